import { allKeys } from './key-calls.ts';
import { KeysTable } from './keys-table.tsx';

/** All keys of the organization. */
export default function AllKeysPage() {
  return <KeysTable calls={allKeys} />;
}
