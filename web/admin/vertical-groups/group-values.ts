import type { Ok } from '../../frame/ok.ts';
import { answerOf, api } from '../../frame/api.ts';
import { groupTexts as t } from '../../texts/vertical-groups.ts';
import type { FieldWords } from '../../ui/form/changes.ts';

export type Group = Ok<'/api/admin/vertical-groups', 'get'>['data'][number];

/** A group as its form holds it. */
export type GroupValues = {
  name: string;
  dedupScope: 'group' | 'vertical';
  verticalIds: string[];
};

export const groupValues = (group?: Group): GroupValues => ({
  name: group?.name ?? '',
  dedupScope: group?.dedupScope === 'vertical' ? 'vertical' : 'group',
  verticalIds: group?.verticals.map(({ id }) => id) ?? [],
});

/** What of a change is told before it is saved. */
export const groupWords = (verticalName: (id: string) => string): FieldWords<GroupValues> => ({
  name: t.name,
  dedupScope: { label: t.scope, say: (scope) => t.scopes[scope] ?? scope },
  verticalIds: { label: t.verticals, say: (ids) => ids.map((id) => verticalName(id)).join(', ') || '–' },
});

/** Saves a group, a new one without `id`, and then which verticals are its own. */
export async function saveGroup({ name, dedupScope, verticalIds }: GroupValues, id?: string): Promise<Group> {
  const body = { name: name.trim(), dedupScope };
  const params = (verticalGroupId: string) => ({ path: { verticalGroupId } });
  const saved = await answerOf(
    id === undefined
      ? api.POST('/api/admin/vertical-groups', { body })
      : api.PUT('/api/admin/vertical-groups/{verticalGroupId}', { params: params(id), body }),
  );
  const own = { params: params(saved.data.id), body: { verticalIds } };
  const whole = await answerOf(api.PUT('/api/admin/vertical-groups/{verticalGroupId}/verticals', own));
  return whole.data;
}
