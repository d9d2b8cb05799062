import { answerOf, api } from '../frame/api.ts';
import { ownPeopleTexts } from '../texts/people.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TablePage, TableWish } from '../ui/table/table-types.ts';
import type { OwnPerson, OwnPersonWhole } from './person-types.ts';

/** How a buyer or a partner gets at the people of its own leads, and what it calls things. */
export interface OwnSide {
  readonly base: '/buyer' | '/partner';
  readonly words: (typeof ownPeopleTexts)['buyer' | 'partner'];
  readonly load: (wish: TableWish) => Promise<TablePage<OwnPerson>>;
  readonly read: (personId: string, masked: 'true' | 'false') => Promise<OwnPersonWhole>;
}

const ASKED = { masked: 'true' } as const;

export const buyerSide: OwnSide = {
  base: '/buyer',
  words: ownPeopleTexts.buyer,
  async load(wish) {
    const query = { ...offsetQuery(wish), ...ASKED };
    return offsetPage(await answerOf(api.GET('/api/buyer/people', { params: { query } })));
  },
  async read(personId, masked) {
    const params = { path: { personId }, query: { masked } };
    return (await answerOf(api.GET('/api/buyer/people/{personId}', { params }))).data;
  },
};

export const partnerSide: OwnSide = {
  base: '/partner',
  words: ownPeopleTexts.partner,
  async load(wish) {
    const query = { ...offsetQuery(wish), ...ASKED };
    return offsetPage(await answerOf(api.GET('/api/partner/people', { params: { query } })));
  },
  async read(personId, masked) {
    const params = { path: { personId }, query: { masked } };
    return (await answerOf(api.GET('/api/partner/people/{personId}', { params }))).data;
  },
};

/** The block that differs most between two people: the first ones are a time. */
export const blockOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1);
