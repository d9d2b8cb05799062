import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Body, Ok } from '../../frame/ok.ts';
import { codeTexts as t } from '../../texts/disposition-codes.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { orBlank } from '../../ui/form/rules.ts';

export const CODES_PATH = '/api/admin/vertical-groups/{verticalGroupId}/dispositions';
export type Code = Ok<typeof CODES_PATH, 'get'>['data'][number];
type CodeBody = Body<typeof CODES_PATH, 'post'>;
type Reason = NonNullable<CodeBody['returnReason']>;

/** The codes of a group in their order; of none while there is no group. */
export const useCodes = (verticalGroupId: string | null) =>
  useQuery({
    queryKey: ['vertical-groups', 'codes', verticalGroupId],
    queryFn: async () => {
      const params = { path: { verticalGroupId: verticalGroupId ?? '' }, query: { limit: '1000' } };
      return (await answerOf(api.GET(CODES_PATH, { params }))).data;
    },
    enabled: verticalGroupId !== null,
  });

/** A code as its form holds it. */
export type CodeValues = {
  label: string;
  slug: string;
  category: CodeBody['category'];
  triggersReturn: boolean;
  returnReason: string;
  isActive: boolean;
};

export const codeValues = (code?: Code): CodeValues => ({
  label: code?.label ?? '',
  slug: code?.slug ?? '',
  category: code?.category ?? 'working',
  triggersReturn: code?.triggersReturn ?? false,
  returnReason: orBlank(code?.returnReason),
  isActive: code?.isActive ?? true,
});

export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const reasonName = (reason: string | null): string => (reason ? (t.reasons[reason] ?? reason) : '');
export const reasonOf = (value: string): Reason | null => (value === '' ? null : (value as Reason));

/** What of a change is told before it is saved. */
export const CODE_WORDS: FieldWords<CodeValues> = {
  label: t.label,
  slug: t.slug,
  category: { label: t.category, say: (category) => t.categories[category] ?? category },
  triggersReturn: { label: t.triggersReturn, say: (yes) => (yes ? t.yes : t.no) },
  returnReason: { label: t.returnReason, say: (reason) => reasonName(reason) || t.noReason },
  isActive: { label: t.isActive, say: (yes) => (yes ? t.yes : t.no) },
};

/** What is sent of a form. */
export const codeBody = ({ label, slug, returnReason, ...values }: CodeValues): CodeBody => ({
  ...values,
  label: label.trim(),
  ...(slug.trim() === '' ? {} : { slug: slug.trim() }),
  returnReason: reasonOf(returnReason),
});
