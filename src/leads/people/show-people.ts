import type { Static } from 'typebox';
import { type Caller, type FieldView, PHI_CLASSES } from '../../core/access/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { GLOBAL_CLASSES, type LeadRow, type Row, showOne } from '../intake/index.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Acts } from '../acts/index.ts';
import { type FactsRow, factsOf } from './facts-store.ts';
import { newestLeads } from './lead-store.ts';
import { showFacts } from './show-facts.ts';
import { personList, type PersonRow } from './store.ts';
import type { personAnswer } from './wire.ts';

/** What the routes of this room work with. */
export interface PeopleRouteDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  readonly clock: Clock;
  /** A note of a person is one beside a lead of theirs. */
  readonly acts: Pick<Acts, 'note'>;
}

export type PersonShown = Static<typeof personAnswer>['data'];

/** To whom, and how much. */
export interface Seeing {
  readonly vault: Vault;
  readonly caller: Caller;
  readonly view: FieldView;
}

/** People as found, with the newest lead of each, or what was written down of one without. */
export interface FoundPeople {
  readonly people: readonly PersonRow[];
  readonly leads: ReadonlyMap<string, LeadRow>;
  readonly facts: ReadonlyMap<string, FactsRow>;
}

/** The people with what says who they are. */
export async function withLeads(tx: TenantReader, people: readonly PersonRow[]): Promise<FoundPeople> {
  const leads = await newestLeads(
    tx,
    people.map(({ personId }) => personId),
  );
  const without = people.flatMap(({ personId }) => (leads.has(personId) ? [] : [personId]));
  return { people, leads, facts: without.length === 0 ? new Map() : await factsOf(tx, without) };
}

/** A person by the UUID or the short id; undefined for a missing one and for another's alike. */
export async function personByRef(tx: TenantReader, ref: string): Promise<PersonRow | undefined> {
  const number = /^P-(\d{1,15})$/i.exec(ref)?.[1];
  if (number === undefined && !isId(ref)) return undefined;
  const by = number === undefined ? { personId: ref } : { number: Number(number) };
  return (await personList(tx, by, { limit: 1 }))[0];
}

/** The same; NOT_FOUND for a missing one and for another's alike. */
export async function requirePerson(tx: TenantReader, ref: string): Promise<PersonRow> {
  const person = await personByRef(tx, ref);
  if (!person) throw notFound();
  return person;
}

/** The fields that say who somebody is: the classes of others are not opened for it. */
const NAMING = ['firstName', 'lastName', 'email', 'phone'] as const;
/** The state of a lead stands in clear; what a buyer was given is all sealed. */
const NAMING_OF_SALE = [...NAMING, 'state'] as const;

/** Who somebody is, as one lead or one sale says it to the caller. */
export async function showNames({ vault, caller, view }: Seeing, row: Row) {
  const only = 'saleId' in row ? NAMING_OF_SALE : NAMING;
  const { lead, phiClasses } = await showOne({ vault, caller, view, classes: GLOBAL_CLASSES, only }, row);
  const { firstName, lastName, email, phone, state, masked } = lead;
  return { names: { latestLeadId: lead.id, firstName, lastName, email, phone, state, masked }, phiClasses };
}

const NOBODY = {
  latestLeadId: null,
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  state: null,
  masked: false,
};

/** People as the caller may see them, with what the trail says of it. */
export async function showPeople(
  seeing: Seeing,
  { people, leads, facts }: FoundPeople,
): Promise<{
  readonly shown: readonly PersonShown[];
  readonly entityIds: readonly string[];
  readonly phiClasses: readonly string[];
}> {
  const entries = await Promise.all(
    people.map(async (person) => {
      const lead = leads.get(person.personId);
      const written = facts.get(person.personId);
      const who = lead ? await showNames(seeing, lead) : written && (await showFacts(seeing, written));
      return { person: showPerson(person, who?.names ?? NOBODY), phiClasses: who?.phiClasses ?? [] };
    }),
  );
  const told = new Set(entries.flatMap(({ phiClasses }) => phiClasses));
  return {
    shown: entries.map(({ person }) => person),
    entityIds: entries.flatMap(({ person: { id, latestLeadId, mergedInto } }) =>
      [id, latestLeadId, mergedInto].filter((one) => one !== null),
    ),
    phiClasses: PHI_CLASSES.filter((name) => told.has(name)),
  };
}

const showPerson = (person: PersonRow, names: Names): PersonShown => ({
  id: person.personId,
  displayId: shortIdOf(person),
  status: person.status,
  mergedInto: person.mergedInto,
  tags: [...person.tags],
  ...names,
  leadCount: person.leadCount,
  lastActivityAt: person.lastLeadAt?.toISOString() ?? null,
  createdAt: person.createdAt.toISOString(),
  updatedAt: person.updatedAt.toISOString(),
});

type Names = Pick<PersonShown, keyof typeof NOBODY>;

const shortIdOf = ({ number }: { readonly number: number }): string => `P-${number}`;
