import type { Ok } from '../frame/ok.ts';

/** A person as staff see it. */
export type Person = Ok<'/api/v1/people/{personId}', 'get'>['data'];

/** A person as a buyer or a partner sees it. */
export type OwnPerson = Ok<'/api/buyer/people', 'get'>['data'][number];
export type OwnPersonWhole = Ok<'/api/buyer/people/{personId}', 'get'>['data'];
