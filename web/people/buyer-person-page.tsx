import { OwnPerson } from './own-person.tsx';
import { buyerSide } from './own-side.ts';

/** One of them. */
export default function BuyerPersonPage() {
  return <OwnPerson side={buyerSide} />;
}
