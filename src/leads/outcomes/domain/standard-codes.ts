import type { Code } from './meaning.ts';

/** What a code says, before it has a place. */
export type NewCode = Omit<Code, 'id'> & { readonly sortOrder: number };

type Standard = readonly [label: string, slug: string, category: Code['category'], returnReason?: string];

const STANDARD: readonly Standard[] = [
  ['Contacted', 'contacted', 'working'],
  ['Qualified', 'qualified', 'working'],
  ['Appointment Set', 'appointment_set', 'working'],
  ['Converted', 'converted', 'converted'],
  ['Sold', 'sold', 'converted'],
  ['Bad Number', 'bad_number', 'rejected', 'bad_data'],
  ['Not Interested', 'not_interested', 'rejected', 'not_interested'],
  ['Do Not Call', 'do_not_call', 'rejected'],
  ['Duplicate', 'duplicate', 'rejected', 'duplicate'],
  ['Bad Data', 'bad_data', 'rejected', 'bad_data'],
];

/** What a new group begins with. None gives a lead back: that is money, and somebody's decision. */
export const STANDARD_CODES: readonly NewCode[] = STANDARD.map(([label, slug, category, returnReason], index) => ({
  label,
  slug,
  category,
  triggersReturn: false,
  returnReason: returnReason ?? null,
  isActive: true,
  sortOrder: index + 1,
}));
