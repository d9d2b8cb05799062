import type { Ok } from '../frame/ok.ts';
import { useNames } from '../frame/use-names.ts';
import { complianceTexts as t } from '../texts/compliance.ts';
import type { Fact } from '../ui/facts.tsx';
import { count } from '../ui/format.ts';
import { valueText } from '../ui/value-text.ts';
import { inWords } from '../ui/words.ts';

export type Approval = Ok<'/api/v1/approvals', 'get'>['data'][number];

const LABELS: Readonly<Record<string, string>> = {
  dateFrom: t.from,
  dateTo: t.until,
  status: t.leadStatus,
  verticalId: t.vertical,
  campaignId: t.campaign,
  partnerId: t.partner,
  isTest: t.test,
  limit: t.limit,
};

/** The terms of an approval in words, one fact each. */
export function useTermsInWords(): (terms: Approval['terms']) => Fact[] {
  const names: Readonly<Record<string, (id: string) => string>> = {
    verticalId: useNames('verticals').nameOf,
    campaignId: useNames('campaigns').nameOf,
    partnerId: useNames('partners').nameOf,
    status: inWords,
  };
  const say = (name: string, value: unknown): string => {
    if (typeof value === 'number') return count(value);
    return typeof value === 'string' ? (names[name]?.(value) ?? value) : valueText(value);
  };
  return (terms) => Object.entries(terms).map(([name, value]) => [LABELS[name] ?? inWords(name), say(name, value)]);
}
