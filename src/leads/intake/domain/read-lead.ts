import type { Fault } from '../../../kernel/app-error.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { evidenceWarnings, type LeadWarning } from './consent-evidence.ts';
import type { FieldDefinition, FieldValue } from './fields.ts';
import { gatherInput, nameForReader, type RawField, unkeepable } from './gather-input.ts';
import { type LeadControl, readControl } from './read-control.ts';
import { isBlank, readField, type ReadPorts } from './read-field.ts';
import { UNSAFE_MESSAGES } from './reading.ts';

/** The schema a campaign's leads are read by. `strict` refuses undefined fields, which are else kept with a warning. */
export interface ReadRules {
  readonly definitions: readonly FieldDefinition[];
  readonly strict: boolean;
  readonly consentRequired: boolean;
}

/**
 * A lead that passed. `fields` are normalised; `original` holds, for those that normalisation changed, what was sent;
 * `extra` what nobody defined. All three are personal data. `warnings` name fields and never hold a value.
 */
export interface ReadLead extends LeadControl {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly original: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly warnings: readonly LeadWarning[];
}

/** What the wire says when the consent is missing; the fault's message begins with it. */
export const CONSENT_REASON = 'TCPA consent required';
const TRUSTED_FORM_REASON = 'Missing TrustedForm certificate';

interface Draft {
  readonly definitions: ReadonlyMap<string, FieldDefinition>;
  readonly strict: boolean;
  readonly fields: Map<string, FieldValue>;
  readonly carried: [source: string, name: string, value: FieldValue][];
  readonly original: Map<string, unknown>;
  readonly extra: Map<string, unknown>;
  readonly warnings: LeadWarning[];
  readonly faults: Fault[];
  readonly refused: Set<string>;
}

/**
 * Reads the body of a lead: flat fields and those under `custom`, normalised and checked by the campaign's schema.
 * Returns the lead, or every fault at once. Messages name the field and the remedy and never repeat a value.
 */
export function readLead(
  body: Readonly<Record<string, unknown>>,
  rules: ReadRules,
  ports: ReadPorts,
): Result<ReadLead, readonly Fault[]> {
  const input = gatherInput(body);
  const draft: Draft = {
    definitions: new Map(rules.definitions.map((definition) => [definition.name, definition])),
    strict: rules.strict,
    fields: new Map(),
    carried: [],
    original: new Map(),
    extra: new Map(),
    warnings: [],
    faults: input.faults,
    refused: new Set(),
  };
  const control = readControl(body, draft.faults);
  for (const [name, given] of input.values) {
    const definition = draft.definitions.get(name);
    if (definition === undefined) keepUndefined(draft, name, given);
    else keepDefined(draft, definition, given, ports);
  }
  keepCarried(draft);
  if (draft.faults.every((fault) => fault.rule !== 'too_many_fields')) checkPresence(draft, rules.consentRequired);
  if (draft.faults.length > 0) return fail(draft.faults);
  return ok({
    ...control,
    fields: Object.fromEntries(draft.fields),
    original: Object.fromEntries(draft.original),
    extra: Object.fromEntries(draft.extra),
    warnings: [...draft.warnings, ...evidenceWarnings(draft.fields)],
  });
}

function keepDefined(draft: Draft, definition: FieldDefinition, { path, raw }: RawField, ports: ReadPorts): void {
  const { name } = definition;
  const reading = readField(definition, raw, ports);
  if (reading.kind === 'absent') return;
  if (reading.kind === 'fault') {
    draft.refused.add(name);
    draft.faults.push({ field: path, rule: reading.rule, message: reading.message });
    return;
  }
  draft.fields.set(name, reading.value);
  if (reading.value !== raw) draft.original.set(name, raw);
  if (reading.warning !== undefined) draft.warnings.push({ field: path, ...reading.warning });
  for (const [other, value] of Object.entries(reading.also ?? {})) draft.carried.push([path, other, value]);
}

function keepUndefined(draft: Draft, name: string, { path, raw }: RawField): void {
  const field = nameForReader(path);
  const unsafe = unkeepable({ [name]: raw });
  if (unsafe !== null) {
    const message = unsafe === 'too_deep' ? 'Is nested too deeply to be kept. Flatten it.' : UNSAFE_MESSAGES[unsafe];
    draft.faults.push({ field, rule: unsafe, message });
  } else if (draft.strict) {
    const message = 'Is not a field of this campaign, which takes no others. Remove it or check its spelling.';
    draft.faults.push({ field, rule: 'unknown_field', message });
  } else if (!isBlank(raw)) {
    draft.extra.set(name, raw);
    const message = 'Is not a field of this campaign. It was kept but takes no part in routing; check its spelling.';
    draft.warnings.push({ field, rule: 'unknown_field', message });
  }
}

/** Sets what another field carried, such as an extension; a different value sent in its own field is a fault. */
function keepCarried(draft: Draft): void {
  for (const [source, name, value] of draft.carried) {
    const given = draft.fields.get(name);
    if (given === undefined) draft.fields.set(name, value);
    else if (given !== value) {
      const message = `Differs from what ${source} carries. Send it in one place.`;
      draft.faults.push({ field: name, rule: 'conflict', message });
    }
  }
}

function checkPresence(draft: Draft, consentRequired: boolean): void {
  for (const { name, required, tier } of draft.definitions.values()) {
    if (!required || draft.fields.has(name) || draft.refused.has(name)) continue;
    if (name === 'tcpaConsent' && consentRequired) continue;
    const where = tier === 'global' ? 'Send it with the lead.' : 'Send it with the lead, flat or under custom.';
    const message = name === 'trustedFormCertUrl' ? `${TRUSTED_FORM_REASON}. ${where}` : `Is required. ${where}`;
    draft.faults.push({ field: name, rule: 'required', message });
  }
  if (consentRequired && draft.fields.get('tcpaConsent') !== true && !draft.refused.has('tcpaConsent')) {
    const message = `${CONSENT_REASON}. Send tcpaConsent as true once the person has consented.`;
    draft.faults.push({ field: 'tcpaConsent', rule: 'consent_required', message });
  }
}
