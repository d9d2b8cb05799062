import { OwnPeople } from './own-people.tsx';
import { partnerSide } from './own-side.ts';

/** The people of a partner's own leads. */
export default function PartnerPeoplePage() {
  return <OwnPeople side={partnerSide} />;
}
