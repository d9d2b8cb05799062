import { fieldRuleList } from '../../core/access/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, type Fault } from '../../kernel/app-error.ts';
import { contractsUsingField, type FieldUse } from '../contracts/index.ts';
import { campaignsIn } from './campaign-store.ts';
import { type FieldRow, fieldsOfTenant } from './field-store.ts';
import { verticalRecords } from './vertical-store.ts';

/** What depends on a field by its name. */
export interface FieldUses {
  /** Contracts of its vertical, unless another field there goes on bearing the name. */
  readonly contracts: readonly FieldUse[];
  /** Whether its vertical tells duplicates by it. */
  readonly tellsDuplicates: boolean;
  /** Whether a rule says which role sees it, and no other field bears the name. */
  readonly isRuled: boolean;
}

/** Finds what depends on a field of a vertical, or of a campaign in it. */
export async function findFieldUses(tx: TenantReader, row: FieldRow, verticalId: string | null): Promise<FieldUses> {
  const { name, type } = row.definition;
  const namesakes = (await fieldsOfTenant(tx)).filter((one) => one.id !== row.id && one.definition.name === name);
  const inVertical =
    namesakes.some((one) => one.verticalId !== null && one.verticalId === verticalId) ||
    (await campaignsIn(
      tx,
      verticalId,
      namesakes.flatMap((one) => one.campaignId ?? []),
    ));
  const vertical = verticalId === null ? undefined : await verticalRecords.find(tx, verticalId);
  const ruled = type === 'phone' ? [name, `${name}Extension`] : [name];
  const rules = namesakes.length > 0 ? [] : await fieldRuleList(tx);
  return {
    contracts: verticalId === null || inVertical ? [] : await contractsUsingField(tx, verticalId, name),
    tellsDuplicates: row.tier === 'vertical' && vertical?.dedupFields.includes(name) === true,
    isRuled: rules.some(({ field }) => ruled.includes(field)),
  };
}

/** Throws CONFLICT with all that goes on naming a field that is to be renamed or deleted. */
export function refuseUsed(field: string, { contracts, tellsDuplicates, isRuled }: FieldUses): void {
  const faults: Fault[] = [];
  if (contracts.length > 0) {
    const message = `Contracts filter by this field or license it: ${namesOf(contracts)}. Take it out of them first.`;
    faults.push({ field, rule: 'used_by_contracts', message });
  }
  if (tellsDuplicates) {
    const message = 'The vertical tells duplicates by this field. Take it out of dedupFields first.';
    faults.push({ field, rule: 'used_by_duplicates', message });
  }
  if (isRuled) {
    const message = 'A rule of field access names this field, and guards what leads hold of it. Remove the rule first.';
    faults.push({ field, rule: 'used_by_field_access', message });
  }
  if (faults.length > 0) throw conflict(faults, contracts);
}

/** A 409 that names contracts by id and name for programs too. */
export function conflict(faults: readonly Fault[], contracts: readonly FieldUse[] = []): AppError {
  const details = contracts.length > 0 ? { contracts: contracts.map(({ id, name }) => ({ id, name })) } : {};
  return new AppError('CONFLICT', faults.map((fault) => fault.message).join(' '), { faults, details });
}

const LISTED = 10;

function namesOf(contracts: readonly FieldUse[]): string {
  const names = contracts.slice(0, LISTED).map(({ name }) => name);
  const more = contracts.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
