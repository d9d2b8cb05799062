import type { SealingKey, Vault } from '../../core/vault/index.ts';
import type { FactsRow } from './facts-store.ts';

/** What may be written down of a person by hand; a phone as +12025550123. */
export interface Facts {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export type FactsPart = 'identity' | 'contact';

/** The fields of each sealed part, by the classes that leads have for them. */
export const FACTS_FIELDS = {
  identity: ['firstName', 'lastName'],
  contact: ['email', 'phone'],
} as const satisfies Record<FactsPart, readonly (keyof Facts)[]>;

/** Where a part is sealed: under the key of the person. */
export const factsPlace = (tenantId: string, personId: string, part: FactsPart) => ({
  tenantId,
  table: 'person_facts',
  recordId: personId,
  part,
});

export const readFacts = (content: string): Record<string, string> => JSON.parse(content) as Record<string, string>;

/** Seals what was written down, each class for itself; null for one of which nothing was said. */
export function sealFacts(
  vault: Vault,
  { tenantId, personId, key }: { readonly tenantId: string; readonly personId: string; readonly key: SealingKey },
  facts: Facts,
) {
  const seal = (part: FactsPart): Buffer | null => {
    const said = FACTS_FIELDS[part].flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]]));
    if (said.length === 0) return null;
    const text = JSON.stringify(Object.fromEntries(said));
    return vault.seal(key, factsPlace(tenantId, personId, part), Buffer.from(text));
  };
  return { sealedIdentity: seal('identity'), sealedContact: seal('contact') };
}

/** All that was written down, for the export to the person. */
export async function openFacts(vault: Vault, tenantId: string, row: FactsRow): Promise<Record<string, string>> {
  const { personId, sealedIdentity, sealedContact } = row;
  const open = async (part: FactsPart, sealed: Buffer | null) =>
    sealed && readFacts((await vault.open(personId, factsPlace(tenantId, personId, part), sealed)).toString('utf8'));
  return { ...(await open('identity', sealedIdentity)), ...(await open('contact', sealedContact)) };
}
