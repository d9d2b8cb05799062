import { buyerKeys } from './key-calls.ts';
import { KeysTable } from './keys-table.tsx';

/** The keys of one buyer. */
export default function BuyerKeysPage() {
  return <KeysTable calls={buyerKeys} />;
}
