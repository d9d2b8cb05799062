import { readPhone } from '../../core/consent/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { dedupValues } from './domain/dedup-values.ts';
import type { FieldDefinition, FieldValue } from './domain/fields.ts';
import { GLOBAL_FIELDS } from './domain/global-fields.ts';
import { readField } from './domain/read-field.ts';
import { openClass, placeOf } from './open-lead.ts';
import type { SealedClass } from './prepare-lead.ts';
import type { Corrected } from './correct-store.ts';
import type { LeadRow } from './store.ts';

/** How a person is named and reached: what of a lead may be corrected. */
const CORRECTABLE = ['firstName', 'lastName', 'email', 'phone'] as const;
type Changes = Readonly<Partial<Record<(typeof CORRECTABLE)[number], unknown>>>;

interface ReadChange {
  readonly definition: FieldDefinition;
  readonly raw: unknown;
  readonly value: FieldValue;
  /** What the value carried beside it: an extension. */
  readonly also: Readonly<Record<string, FieldValue>>;
}

/**
 * Reads changes as a post is read, and seals the classes that they are in anew, under the key of the lead. In no
 * transaction: sealing may ask another server. Throws VALIDATION_ERROR with every fault.
 */
export async function correctContact(
  { vault, tenantId, today }: { readonly vault: Vault; readonly tenantId: string; readonly today: string },
  lead: LeadRow,
  changes: Changes,
): Promise<Corrected> {
  const read = readChanges(changes, today);
  const [key, token] = await Promise.all([vault.subjectKey(tenantId, lead.leadId), vault.tokens(tenantId)]);
  const sealed: { identity?: Buffer; contact?: Buffer } = {};
  for (const part of ['identity', 'contact'] as const) {
    const own = read.filter(({ definition }) => definition.phiClass === part);
    if (own.length === 0) continue;
    const before = (await openClass(vault, tenantId, lead, part)) ?? { fields: {} };
    const content = Buffer.from(JSON.stringify(changed(before, own)));
    sealed[part] = vault.seal(key, placeOf(tenantId, lead, part), content);
  }
  const fields = Object.fromEntries(read.map(({ definition, value }) => [definition.name, value]));
  const tokens = dedupValues(fields, Object.keys(fields)).map(({ field, value }) => ({
    field,
    token: token(field, value),
  }));
  return { fields: read.map(({ definition }) => definition.name), sealed, tokens };
}

function readChanges(changes: Changes, today: string): ReadChange[] {
  const faults: Fault[] = [];
  const read = CORRECTABLE.flatMap((name): ReadChange[] => {
    const raw = changes[name];
    const definition = GLOBAL_FIELDS.find((field) => field.name === name);
    if (raw === undefined || !definition) return [];
    const reading = readField(definition, raw, { readPhone, today });
    if (reading.kind === 'value') return [{ definition, raw, value: reading.value, also: reading.also ?? {} }];
    const absent = { rule: 'required', message: 'A lead keeps it. Send the right one, or leave it out.' };
    faults.push({ field: name, ...(reading.kind === 'fault' ? reading : absent) });
    return [];
  });
  if (faults.length > 0) throw invalid(faults.map(({ field, rule, message }) => ({ field, rule, message })));
  if (read.length > 0) return read;
  const message = `Nothing is to be corrected. Send ${CORRECTABLE.join(', ')} or some of them.`;
  throw invalid([{ field: 'body', rule: 'required', message }]);
}

/** What is sealed of a class with these fields as they are now; what was sent in their place goes with the mistake. */
function changed(before: SealedClass, changes: readonly ReadChange[]): SealedClass {
  const names = new Set(changes.map(({ definition }) => definition.name));
  if (names.has('phone')) names.add('phoneExtension');
  const kept = <T>(fields: Readonly<Record<string, T>> | undefined) =>
    Object.entries(fields ?? {}).filter(([name]) => !names.has(name));
  const sent = changes.flatMap(({ definition: { name }, raw, value }) => (raw === value ? [] : [[name, raw] as const]));
  const values = changes.flatMap(({ definition: { name }, value, also }) => [
    [name, value] as const,
    ...Object.entries(also),
  ]);
  return {
    ...before,
    fields: Object.fromEntries([...kept(before.fields), ...values]),
    original: Object.fromEntries([...kept(before.original), ...sent]),
  };
}
