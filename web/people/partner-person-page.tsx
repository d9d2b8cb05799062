import { OwnPerson } from './own-person.tsx';
import { partnerSide } from './own-side.ts';

/** One of them. */
export default function PartnerPersonPage() {
  return <OwnPerson side={partnerSide} />;
}
