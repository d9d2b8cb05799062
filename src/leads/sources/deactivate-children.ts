import { Type } from 'typebox';
import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import { type ChildKind, childrenCount, childrenDeactivate, type Parent } from './child-store.ts';

const TOLD = {
  campaigns: 'deactivatedCampaigns',
  offers: 'deactivatedOffers',
  contracts: 'deactivatedContracts',
} as const satisfies Readonly<Record<ChildKind, string>>;

/** What an answer says beside the record whose change switched others off: how many of each kind. */
export const toldOf = (kinds: readonly ChildKind[]) =>
  Object.fromEntries(kinds.map((kind) => [TOLD[kind], Type.Optional(Type.Integer())]));

/** What a change of status says of what hangs on the record. */
interface Wish {
  readonly status?: string | undefined;
  /** Whether that is to be switched off too. */
  readonly cascade?: boolean | undefined;
}

/**
 * Switches off what hangs on a record and is at work, where a change asks for it and takes the record itself out of
 * work; gives the ids of what was changed, and how many of each kind for the answer.
 */
export async function deactivateChildren(
  tx: TenantWriter,
  { status, cascade }: Wish,
  parent: Parent,
  kinds: readonly ChildKind[],
): Promise<{ readonly touched?: readonly string[]; readonly beside?: Readonly<Record<string, number>> }> {
  if (cascade !== true || status === undefined || status === 'active') return {};
  const touched: string[] = [];
  const beside: Record<string, number> = {};
  for (const kind of kinds) {
    const ids = await childrenDeactivate(tx, kind, parent);
    touched.push(...ids);
    beside[TOLD[kind]] = ids.length;
  }
  return { touched, beside };
}

/** How many of each kind that would switch off now. */
export async function countChildren(
  tx: TenantReader,
  parent: Parent,
  kinds: readonly ChildKind[],
): Promise<Readonly<Record<string, number>>> {
  const counts: [string, number][] = [];
  for (const kind of kinds) counts.push([kind, await childrenCount(tx, kind, parent)]);
  return Object.fromEntries(counts);
}
