import { useGo } from '../../frame/use-go.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { groupTexts as t } from '../../texts/vertical-groups.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { GroupForm } from './group-form.tsx';
import type { Group } from './group-values.ts';

const LIST = '/admin/verticals/groups';

/** Makes a group of verticals. */
export default function NewGroupPage() {
  const renew = useRenew();
  const go = useGo();
  const done = (answer: unknown): void => {
    tellDone(t.made((answer as Group).name));
    renew('vertical-groups');
    renew('verticals');
    go(LIST);
  };
  return (
    <Page title={t.newGroup} state={t.newText} above={{ title: t.groups, href: LIST }}>
      <GroupForm onSaved={done} onCancel={() => go(LIST)} />
    </Page>
  );
}
