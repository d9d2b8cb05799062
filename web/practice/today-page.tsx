import { Page } from '../ui/page.tsx';

export default function TodayPage() {
  return <Page title="Today">{null}</Page>;
}
