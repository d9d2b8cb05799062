import { practiceTexts as t } from '../texts/practice.ts';
import { Page } from '../ui/page.tsx';

/** The first page, as long as it is the only one. */
export default function HomePage() {
  return (
    <Page title={t.home} state={t.homeState}>
      {null}
    </Page>
  );
}
