import type { Static } from 'typebox';
import { Type } from 'typebox';
import { notFound } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import { defineRoute, idSchema, list, listAnswer, one, pageOf, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { Vault } from '../vault/index.ts';
import { checkContacts } from './check-contacts.ts';
import type { MakeToken } from './contact-tokens.ts';
import { type ContactType, maskedContact } from './domain/listed-contact.ts';
import { importLines, listContacts, type Listing } from './list-contacts.ts';
import { readContacts } from './read-contacts.ts';
import { readTerms } from './read-terms.ts';
import { suppressionRecords, type SuppressionRow } from './suppression-store.ts';
import {
  checkAnswer,
  importReport,
  suppressionAdded,
  suppressionCheck,
  suppressionCreate,
  suppressionImport,
  suppressionItem,
  suppressionQuery,
} from './suppression-wire.ts';

const PATH = '/api/v1/suppression';

/** An entry as answers show it. */
const showSuppression = (row: SuppressionRow, now: Date): Static<typeof suppressionItem> => ({
  ...row,
  value: maskedContact(row),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  isExpired: row.expiresAt !== null && row.expiresAt <= now,
  createdAt: row.createdAt.toISOString(),
});

/** Makes the tokens of a tenant ready before the transaction begins: its key may have to be fetched. */
export const prepareTokens =
  (vault: Vault) =>
  ({ tenantId }: Caller): Promise<MakeToken> =>
    vault.tokens(tenantId);

/** Whom nobody may contact or buy: the list, its import, and the question whether it names somebody. */
export const suppressionRoutes = (vault: Vault): Route[] => [
  listRoute(),
  addRoute(vault),
  importRoute(vault),
  checkRoute(vault),
  removeRoute(),
];

/** Entries that a query asks for, newest first, as the list answers them. */
export async function listSuppressions(tx: TenantReader, query: Static<typeof suppressionQuery>, now: Date) {
  const page = pageOf(query);
  const { type, scope, scopeId } = query;
  const { rows, total } = await suppressionRecords.list(tx, { where: { type, scope, scopeId }, ...page });
  const shown = rows.map((row) => showSuppression(row, now));
  return { answer: listAnswer(shown, total, page), touched: rows.map(({ id }) => id) };
}

const listRoute = (): Route =>
  defineRoute({
    id: 'list_suppression_entries',
    method: 'GET',
    path: PATH,
    tag: 'compliance',
    summary: 'Contacts that nobody may contact or buy, newest first; masked, as no contact is kept in clear.',
    permission: 'suppression:read',
    audit: { action: 'suppression.list', entity: 'suppression' },
    query: suppressionQuery,
    response: list(suppressionItem),
    handle: ({ tx, query, now }) => listSuppressions(tx, query, now),
  });

/** Lists one contact and gives the answer to whoever asked for it. */
export async function addContact(listing: Listing, { type, value }: { type: ContactType; value: string }) {
  const { tx, now } = listing;
  const contacts = readContacts([{ field: 'value', type, text: value }]);
  const [written] = await listContacts(listing, contacts);
  const row = written && (await suppressionRecords.find(tx, written.id));
  if (!row) throw new Error('an entry that was just written is not there');
  const { scope, reason, form } = row;
  return {
    answer: { data: { ...showSuppression(row, now), alreadyListed: !written.isNew } },
    touched: [row.id],
    detail: { type, scope, reason, form },
  };
}

const addRoute = (vault: Vault): Route =>
  defineRoute({
    id: 'add_suppression_entry',
    method: 'POST',
    path: PATH,
    tag: 'compliance',
    status: 201,
    summary: 'List an e-mail address or a phone number, or the hash of one, for everybody, a buyer or a vertical.',
    permission: 'suppression:write',
    audit: { action: 'suppression.add', entity: 'suppression' },
    body: suppressionCreate,
    response: one(suppressionAdded),
    prepare: prepareTokens(vault),
    async handle({ tx, body: { type, value, ...rest }, caller, now, prepared }) {
      const terms = readTerms(rest, { source: 'added', createdBy: caller.actorId, now });
      return addContact({ tx, now, token: prepared as MakeToken, terms }, { type, value });
    },
  });

const importRoute = (vault: Vault): Route =>
  defineRoute({
    id: 'import_suppression_entries',
    method: 'POST',
    path: `${PATH}/import`,
    tag: 'compliance',
    summary: 'List up to 5,000 lines at once, plain or hashed; says of each line that it refused why. Repeatable.',
    permission: 'suppression:write',
    audit: { action: 'suppression.import', entity: 'suppression' },
    body: suppressionImport,
    response: one(importReport),
    prepare: prepareTokens(vault),
    async handle({ tx, body: { type, lines, firstLine = 1, ...rest }, caller, now, prepared }) {
      const terms = readTerms(rest, { source: 'imported', createdBy: caller.actorId, now });
      const listing = { tx, now, token: prepared as MakeToken, terms };
      const { ids, ...report } = await importLines(listing, { lines, type: type ?? undefined, firstLine });
      const { received, added, refused } = report;
      return {
        answer: { data: { ...report, refused: [...refused] } },
        touched: ids,
        detail: { scope: terms.scope, reason: terms.reason, received, added, refused: refused.length },
      };
    },
  });

const checkRoute = (vault: Vault): Route =>
  defineRoute({
    id: 'check_suppression',
    method: 'POST',
    path: `${PATH}/check`,
    tag: 'compliance',
    summary: 'Whether an e-mail address or a phone number is listed, plain or hashed, and where.',
    permission: 'suppression:read',
    onlyReads: true,
    audit: { action: 'suppression.check', entity: 'suppression' },
    body: suppressionCheck,
    response: one(checkAnswer),
    prepare: prepareTokens(vault),
    async handle({ tx, body: { type, value, email, phone, buyerId, verticalId }, now, prepared }) {
      const contacts = readContacts([
        { field: 'value', type, text: value },
        { field: 'email', type: 'email', text: email },
        { field: 'phone', type: 'phone', text: phone },
      ]);
      const found = await checkContacts(tx, prepared as MakeToken, contacts, { buyerId, verticalId, now });
      const data = {
        suppressed: found.length > 0,
        listName: found[0] ? (found[0].displayName ?? LIST_NAMES[found[0].scope]) : null,
        email: found.some((row) => row.type === 'email'),
        phone: found.some((row) => row.type === 'phone'),
        matches: found.map((row) => showSuppression(row, now)),
      };
      return { answer: { data }, touched: found.map(({ id }) => id), detail: { suppressed: data.suppressed } };
    },
  });

const LIST_NAMES: Readonly<Record<SuppressionRow['scope'], string>> = {
  global: 'Suppression list',
  buyer: 'Suppression list of a buyer',
  vertical: 'Suppression list of a vertical',
};

const removeRoute = (): Route =>
  defineRoute({
    id: 'remove_suppression_entry',
    method: 'DELETE',
    path: `${PATH}/:entryId`,
    tag: 'compliance',
    summary: 'Take an entry off the list. Whoever asked to be on it may be contacted again.',
    permission: 'suppression:write',
    audit: { action: 'suppression.remove', entity: 'suppression' },
    params: Type.Object({ entryId: idSchema }),
    response: one(Type.Object({ success: Type.Boolean(), id: idSchema })),
    async handle({ tx, params: { entryId } }) {
      if (!(await suppressionRecords.remove(tx, entryId))) throw notFound();
      return { answer: { data: { success: true, id: entryId } }, touched: [entryId] };
    },
  });
