import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import { usePageParam } from '../../frame/page-param.ts';
import { useMay } from '../../frame/session.tsx';
import { useGo } from '../../frame/use-go.ts';
import { useRenew } from '../../frame/use-renew.ts';
import { groupTexts as t } from '../../texts/vertical-groups.ts';
import { Facts } from '../../ui/facts.tsx';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/tell.ts';
import { CodesSection } from './codes-section.tsx';
import { GroupForm } from './group-form.tsx';
import type { Group } from './group-values.ts';

const LIST = '/admin/verticals/groups';

/** One group of verticals. */
export default function GroupPage() {
  const verticalGroupId = usePageParam('groupId');
  const params = { path: { verticalGroupId } };
  const group = useQuery({
    queryKey: ['vertical-groups', 'one', verticalGroupId],
    queryFn: async () => (await answerOf(api.GET('/api/admin/vertical-groups/{verticalGroupId}', { params }))).data,
  });
  return <Loaded query={group}>{(loaded) => <GroupWhole group={loaded} />}</Loaded>;
}

function GroupWhole({ group }: { readonly group: Group }) {
  const mayWrite = useMay()('verticals:write');
  const renew = useRenew();
  const go = useGo();
  const client = useQueryClient();
  const saved = (): void => {
    tellDone(t.saved);
    renew('vertical-groups', 'verticals');
    go(LIST);
  };
  // The group itself is not read again: there is none any more.
  const removed = (): void => {
    tellDone(t.removed);
    go(LIST);
    client.invalidateQueries({ queryKey: ['vertical-groups', 'list'] }).catch(failPage);
    renew('verticals');
  };
  const params = { path: { verticalGroupId: group.id } };
  return (
    <Page title={group.name} above={{ title: t.groups, href: LIST }}>
      {mayWrite ? (
        <Stack gap="md">
          <GroupForm group={group} onSaved={saved} onCancel={() => go(LIST)} />
          <CodesSection groupId={group.id} />
          <div>
            <ConfirmAct
              label={t.remove}
              effect={t.removeEffect}
              name={group.name}
              act={() => answerOf(api.DELETE('/api/admin/vertical-groups/{verticalGroupId}', { params }))}
              onDone={removed}
            />
          </div>
        </Stack>
      ) : (
        <Stack gap="md">
          <Facts
            facts={[
              [t.verticals, group.verticals.map(({ name }) => name).join(', ')],
              [t.scope, t.scopes[group.dedupScope]],
            ]}
          />
          <CodesSection groupId={group.id} />
        </Stack>
      )}
    </Page>
  );
}
