import { FirstRunOffer } from '../first-run/first-run-offer.tsx';
import { Page } from '../ui/page.tsx';

export default function TodayPage() {
  return (
    <Page title="Today">
      <FirstRunOffer />
    </Page>
  );
}
