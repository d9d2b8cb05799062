import { OwnPeople } from './own-people.tsx';
import { buyerSide } from './own-side.ts';

/** The people of a buyer's own leads. */
export default function BuyerPeoplePage() {
  return <OwnPeople side={buyerSide} />;
}
