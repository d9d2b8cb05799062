import { useNames } from '../frame/use-names.ts';
import { whichLeads as t } from '../texts/exports.ts';
import { dayInWords } from '../ui/format.ts';
import { inWords } from '../ui/words.ts';

/** Filters and the limit of an export, by name. */
export type ExportTerms = Readonly<Record<string, string | number>>;

/** The filters of the list of leads that an export takes over. */
export const EXPORT_FILTERS = [
  'status',
  'campaignId',
  'partnerId',
  'verticalId',
  'isTest',
  'dateFrom',
  'dateTo',
] as const;

/** Which leads an export is of, in a sentence: "Leads with the status sold, of the campaign Dental form". */
export function useWhichLeads(): (terms: ExportTerms) => string {
  const campaigns = useNames('campaigns').nameOf;
  const partners = useNames('partners').nameOf;
  const verticals = useNames('verticals').nameOf;
  const words: Readonly<Record<(typeof EXPORT_FILTERS)[number], (value: string) => string>> = {
    status: (value) => t.status(inWords(value)),
    campaignId: (value) => t.campaignId(campaigns(value)),
    partnerId: (value) => t.partnerId(partners(value)),
    verticalId: (value) => t.verticalId(verticals(value)),
    isTest: (value) => (value === 'true' ? t.tests : t.noTests),
    dateFrom: (value) => t.dateFrom(dayIn(value)),
    dateTo: (value) => t.dateTo(dayIn(value)),
  };
  return (terms) => {
    const parts = EXPORT_FILTERS.flatMap((name) => {
      const value = terms[name];
      return typeof value === 'string' ? [words[name](value)] : [];
    });
    const { limit } = terms;
    const which = parts.length === 0 ? t.all : t.some(parts.join(', '));
    return typeof limit === 'number' ? `${which}, ${t.limit(limit)}` : which;
  };
}

/** Terms may also name an instant. */
const dayIn = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text) : text);
