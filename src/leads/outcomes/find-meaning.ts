import type { TenantReader } from '../../core/tenancy/index.ts';
import { returnWordsOf } from '../contracts/index.ts';
import { codeList, type CodeRow, groupOfContract } from './code-store.ts';
import { type Glossary, type Meaning, meaningOf } from './domain/meaning.ts';
import { wordsOfContract, type WordRow } from './word-store.ts';

/** All that gives words a meaning under a contract, with the group that its vertical is of. */
export interface ContractGlossary extends Glossary {
  readonly verticalGroupId: string | null;
  readonly codes: readonly CodeRow[];
  readonly words: readonly WordRow[];
}

export async function glossaryOf(tx: TenantReader, contractId: string): Promise<ContractGlossary> {
  const verticalGroupId = await groupOfContract(tx, contractId);
  const codes = verticalGroupId === null ? [] : (await codeList(tx, verticalGroupId)).rows;
  const words = await wordsOfContract(tx, contractId);
  return { verticalGroupId, codes, words, returnWords: await returnWordsOf(tx, contractId) };
}

/** What a word means that is said of a sale under this contract. */
export const findMeaning = async (tx: TenantReader, contractId: string, said: string): Promise<Meaning> =>
  meaningOf(said, await glossaryOf(tx, contractId));
