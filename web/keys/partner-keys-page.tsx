import { partnerKeys } from './key-calls.ts';
import { KeysTable } from './keys-table.tsx';

/** The keys of one partner. */
export default function PartnerKeysPage() {
  return <KeysTable calls={partnerKeys} />;
}
