import { type Caller, type FieldView, onlyFields, reveal, type SealedPart } from '../../core/access/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { FactsRow } from './facts-store.ts';
import { FACTS_FIELDS, factsPlace, type FactsPart, readFacts } from './seal-facts.ts';

interface Seeing {
  readonly vault: Vault;
  readonly caller: Caller;
  readonly view: FieldView;
}

/** Who somebody is of whom there is no lead yet, as it was written down by hand, by the rules that leads have. */
export async function showFacts({ vault, caller, view }: Seeing, row: FactsRow) {
  const part = (name: FactsPart, sealed: Buffer | null): SealedPart[] =>
    sealed === null
      ? []
      : [
          {
            name,
            subjectId: row.personId,
            place: factsPlace(caller.tenantId, row.personId, name),
            sealed,
            fields: FACTS_FIELDS[name],
            classesOf: () => [name],
            read: readFacts,
          },
        ];
  const { fields, phiClasses, isMasked } = await reveal(
    vault,
    onlyFields([...FACTS_FIELDS.identity, ...FACTS_FIELDS.contact], view.accessTo),
    [...part('identity', row.sealedIdentity), ...part('contact', row.sealedContact)],
  );
  const text = (name: string): string | null => {
    const value = Object.hasOwn(fields, name) ? fields[name] : null;
    return value === null || value === undefined ? null : String(value);
  };
  const names = {
    latestLeadId: null,
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    phone: text('phone'),
    state: null,
    masked: !caller.piiAccess || isMasked,
  };
  return { names, phiClasses };
}
