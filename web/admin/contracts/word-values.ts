import type { Body, Ok } from '../../frame/ok.ts';
import { wordTexts as t } from '../../texts/disposition-codes.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { orBlank, orNull } from '../../ui/form/rules.ts';
import { CODE_WORDS, reasonOf } from '../vertical-groups/code-values.ts';

export const WORDS_PATH = '/api/admin/contracts/{contractId}/dispositions';
export type Words = Ok<typeof WORDS_PATH, 'get'>['data'];
export type Word = Words['overrides'][number];

/** A word as its form holds it; named as the API names them, so that faults find their fields. */
export type WordValues = {
  externalCode: string;
  externalLabel: string;
  verticalGroupDispositionId: string;
  overrideTriggersReturn: string;
  overrideReturnReason: string;
  isActive: boolean;
};

const RETURNS = [
  ['', null],
  ['yes', true],
  ['no', false],
] as const;
const asText = (returns: boolean | null): string => RETURNS.find(([, value]) => value === returns)?.[0] ?? '';
const asValue = (text: string): boolean | null => RETURNS.find(([value]) => value === text)?.[1] ?? null;
export const returnsName = (returns: boolean | null): string => t.triggers[asText(returns)] ?? '';

export const wordValues = (word?: Word): WordValues => ({
  externalCode: word?.externalCode ?? '',
  externalLabel: orBlank(word?.externalLabel),
  verticalGroupDispositionId: orBlank(word?.verticalGroupDispositionId),
  overrideTriggersReturn: asText(word?.overrideTriggersReturn ?? null),
  overrideReturnReason: orBlank(word?.overrideReturnReason),
  isActive: word?.isActive ?? true,
});

/** What of a change is told before it is saved. */
export const wordWords = (codeName: (id: string) => string): FieldWords<WordValues> => ({
  externalCode: t.word,
  externalLabel: t.wordLabel,
  verticalGroupDispositionId: { label: t.code, say: (id) => codeName(id) },
  overrideTriggersReturn: { label: t.triggersReturn, say: (returns) => t.triggers[returns] ?? returns },
  ...(CODE_WORDS.returnReason ? { overrideReturnReason: CODE_WORDS.returnReason } : {}),
  ...(CODE_WORDS.isActive ? { isActive: CODE_WORDS.isActive } : {}),
});

/** What is sent of a form. */
export const wordBody = (values: WordValues): Body<typeof WORDS_PATH, 'post'> => ({
  externalCode: values.externalCode.trim(),
  externalLabel: orNull(values.externalLabel.trim()),
  verticalGroupDispositionId: orNull(values.verticalGroupDispositionId),
  overrideTriggersReturn: asValue(values.overrideTriggersReturn),
  overrideReturnReason: reasonOf(values.overrideReturnReason),
  isActive: values.isActive,
});
