import { type Static, type TSchema, Type } from 'typebox';
import {
  defineRoute,
  explainWrite,
  idSchema,
  requireSome,
  type Route,
  unknownReference,
  withIsoDates,
} from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { contractRecords } from '../contracts/index.ts';
import { codeList, groupOfContract } from './code-store.ts';
import { copiedAnswer, removedAnswer } from './code-wire.ts';
import { type Glossary, knownWords, meaningOf } from './domain/meaning.ts';
import { readCode } from './domain/read-code.ts';
import { glossaryOf } from './find-meaning.ts';
import { wordRecords, type WordRow, wordsInsert } from './word-store.ts';
import { wordAnswer, wordCreate, wordQuery, wordRemove, wordsAnswer, wordUpdate } from './word-wire.ts';

/** What the buyer of a contract calls the codes of its group. */
export const wordRoutes = (): Route[] => [readRoute(), addRoute(), changeRoute(), removeRoute(), populateRoute()];

const PATH = '/api/admin/contracts/:contractId/dispositions';

/** The part of each of these routes that is the same. */
const ofContract = <R extends TSchema>(id: string, verb: string, response: R) =>
  ({
    id,
    path: PATH,
    tag: 'contracts',
    permission: 'contracts:write',
    audit: { action: `contract.${verb}`, entity: 'contract' },
    params: Type.Object({ contractId: idSchema }),
    response,
  }) as const;

type Shown = Static<typeof wordAnswer>['data'];
const show = ({ codeId, triggersReturn, returnReason, ...row }: WordRow): Shown => ({
  ...(withIsoDates(row) as Shown),
  verticalGroupDispositionId: codeId,
  overrideTriggersCpa: false,
  overrideTriggersReturn: triggersReturn,
  overrideReturnReason: returnReason,
});

const showMeanings = (glossary: Glossary) =>
  knownWords(glossary).map((externalCode) => {
    const { source, word, code, triggersReturn, returnReason } = meaningOf(externalCode, glossary);
    return {
      externalCode,
      externalLabel: word?.externalLabel ?? null,
      verticalGroupDispositionId: code?.id ?? null,
      label: code?.label ?? null,
      category: code?.category ?? null,
      triggersCpa: false as const,
      triggersReturn,
      returnReason,
      source: source ?? 'terms',
    };
  });

const readRoute = (): Route =>
  defineRoute({
    ...ofContract('get_contract_dispositions', 'dispositions', wordsAnswer),
    method: 'GET',
    summary: 'What the buyer of a contract calls codes, and what every word means under it.',
    // Contracts are shown to their buyers too; how the organization reads their words is not.
    permission: 'vertical-groups:read',
    async handle({ tx, params: { contractId } }) {
      const contract = await contractRecords.find(tx, contractId);
      if (!contract) throw notFound();
      const { verticalGroupId, ...glossary } = await glossaryOf(tx, contract.id);
      const data = { verticalGroupId, overrides: glossary.words.map(show), effective: showMeanings(glossary) };
      return { answer: { data }, touched: [contract.id] };
    },
  });

/** A contract whose words are about to change, kept from others until the transaction ends. */
async function lockContract(tx: TenantWriter, contractId: string): Promise<string> {
  const contract = await contractRecords.lock(tx, contractId);
  if (!contract) throw notFound();
  return contract.id;
}

const RULES = {
  unique: { contract_dispositions_external_code: 'externalCode' },
  references: { contract_dispositions_code_fkey: 'verticalGroupDispositionId' },
};

/** What of a body is written; throws for a code that is not of the group of the contract's vertical. */
async function columnsOf(tx: TenantWriter, contractId: string, body: Static<typeof wordUpdate>) {
  const { externalCode, externalLabel, verticalGroupDispositionId: codeId, isActive, sortOrder } = body;
  if (codeId !== undefined && codeId !== null) {
    const groupId = await groupOfContract(tx, contractId);
    const codes = groupId === null ? [] : (await codeList(tx, groupId)).rows;
    if (!codes.some(({ id }) => id === codeId)) throw invalid([unknownReference('verticalGroupDispositionId')]);
  }
  return {
    externalCode: externalCode === undefined ? undefined : readCode(externalCode),
    externalLabel,
    codeId,
    triggersReturn: body.overrideTriggersReturn,
    returnReason: body.overrideReturnReason,
    isActive,
    sortOrder,
  };
}

const addRoute = (): Route =>
  defineRoute({
    ...ofContract('create_contract_disposition', 'add_disposition', wordAnswer),
    method: 'POST',
    status: 201,
    summary: 'Say what the buyer of the contract calls a code, and whether it gives the lead back.',
    body: wordCreate,
    async handle({ tx, now, params, body }) {
      const contractId = await lockContract(tx, params.contractId);
      const columns = await columnsOf(tx, contractId, body);
      const id = newId(now.getTime());
      const row = await explainWrite(RULES, () => wordRecords.insert(tx, { ...columns, id, contractId }));
      return { answer: { data: show(row) }, touched: [contractId, id], detail: detailOf(row, body) };
    },
  });

/** What the trail tells of a word that was written. */
const detailOf = ({ externalCode, triggersReturn }: WordRow, body: object) => ({
  externalCode,
  overrideTriggersReturn: String(triggersReturn),
  fields: Object.keys(body),
});

/** The word of the contract that a request names in its body or its query. */
async function requireNamed(
  tx: TenantWriter,
  contractId: string,
  { id, overrideId }: { readonly id: string | undefined; readonly overrideId: string | undefined },
): Promise<WordRow> {
  const named = id ?? overrideId;
  const message = 'Is needed: name the word by its id, here or as overrideId in the query.';
  if (named === undefined) throw invalid([{ field: 'id', rule: 'required', message }]);
  const differs = 'Is another word than overrideId in the query. Name one.';
  if (overrideId !== undefined && overrideId !== named)
    throw invalid([{ field: 'id', rule: 'mismatch', message: differs }]);
  const row = await wordRecords.lock(tx, named);
  if (row?.contractId !== contractId) throw invalid([unknownReference(id === undefined ? 'overrideId' : 'id')]);
  return row;
}

const FIELDS = [
  'externalCode',
  'externalLabel',
  'verticalGroupDispositionId',
  'overrideTriggersReturn',
  'overrideReturnReason',
  'isActive',
  'sortOrder',
];

const changeRoute = (): Route =>
  defineRoute({
    ...ofContract('update_contract_disposition', 'change_disposition', wordAnswer),
    method: 'PUT',
    summary: 'Change the given fields of a word of the contract, named by id in the body or overrideId in the query.',
    query: wordQuery,
    body: wordUpdate,
    async handle({ tx, params, query: { overrideId }, body }) {
      const contractId = await lockContract(tx, params.contractId);
      const { id } = await requireNamed(tx, contractId, { id: body.id, overrideId });
      requireSome(body, FIELDS);
      const columns = await columnsOf(tx, contractId, body);
      const row = await explainWrite(RULES, () => wordRecords.update(tx, id, columns));
      if (!row) throw notFound();
      return { answer: { data: show(row) }, touched: [contractId, id], detail: detailOf(row, body) };
    },
  });

const removeRoute = (): Route =>
  defineRoute({
    ...ofContract('delete_contract_disposition', 'delete_disposition', removedAnswer),
    method: 'DELETE',
    summary: 'Delete a word of the contract, named by overrideId in the query or id in the body.',
    query: wordQuery,
    body: wordRemove,
    async handle({ tx, params, query: { overrideId }, body }) {
      const contractId = await lockContract(tx, params.contractId);
      const { id, externalCode } = await requireNamed(tx, contractId, { id: body.id, overrideId });
      await wordRecords.remove(tx, id);
      return { answer: { data: { success: true, id } }, touched: [contractId, id], detail: { externalCode } };
    },
  });

const NO_GROUP = "The contract's vertical is in no group, so there is nothing to copy. Put it into a group first.";

const populateRoute = (): Route =>
  defineRoute({
    ...ofContract('populate_contract_dispositions', 'populate_dispositions', copiedAnswer),
    method: 'POST',
    path: `${PATH}/populate`,
    summary: "Copy the active codes of the group of the contract's vertical; words that are there stay as they are.",
    async handle({ tx, params }) {
      const contractId = await lockContract(tx, params.contractId);
      const groupId = await groupOfContract(tx, contractId);
      if (groupId === null) throw new AppError('CONFLICT', NO_GROUP);
      const codes = (await codeList(tx, groupId)).rows.filter(({ isActive }) => isActive);
      const copied = await wordsInsert(tx, contractId, codes);
      const counts = { copied: copied.length, skipped: codes.length - copied.length };
      return { answer: { data: counts }, touched: [contractId, groupId, ...copied], detail: counts };
    },
  });
