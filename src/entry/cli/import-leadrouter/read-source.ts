import { type ForeignRow, idOf, textIn } from './envelope.ts';
import { type Source, WithheldError } from './open-source.ts';
import type { Report } from './report.ts';

/** A record with the id that it has there. */
export interface Foreign {
  readonly id: string;
  readonly row: ForeignRow;
}

/** All that is brought over, as it stands there. */
export interface SourceData {
  readonly groups: readonly Foreign[];
  readonly verticals: readonly (Foreign & { readonly fields: readonly ForeignRow[] })[];
  readonly partners: readonly Foreign[];
  readonly buyers: readonly Foreign[];
  readonly contracts: readonly Foreign[];
  readonly offers: readonly (Foreign & { readonly links: readonly ForeignRow[] })[];
  readonly campaigns: readonly ForeignCampaign[];
  readonly suppression: readonly ForeignRow[];
  readonly blocked: Readonly<Record<BlockedList, readonly Foreign[]>>;
}

export interface ForeignCampaign extends Foreign {
  readonly fields: readonly ForeignRow[];
  /** As that system shows it; undefined where it keeps it to itself. */
  readonly postingKey: string | undefined;
}

export const BLOCKED_LISTS = ['blocked-ips', 'blocked-callerids', 'blocked-referrers'] as const;
export type BlockedList = (typeof BLOCKED_LISTS)[number];

/** Reads everything before anything is written: the other system may be slow, and no transaction waits for it. */
export async function readSource(source: Source, report: Report): Promise<SourceData> {
  const reader = readerOf(source, report);
  const groups = reader.known('vertical group', await reader.groups());
  const verticals = await reader.withMore('verticals', async ({ id, row }) => ({
    id,
    row,
    fields: await reader.fieldsOf(`verticals/${id}`, 'vertical'),
  }));
  const plain = async (one: Foreign): Promise<Foreign> => one;
  const partners = await reader.withMore('partners', plain);
  const buyers = await reader.withMore('buyers', plain);
  const contracts = await reader.withMore('contracts', plain);
  const offerOf = new Map<string, string>();
  const offers = await reader.withMore('offers', async ({ id, row }) => {
    for (const link of await reader.list(`offers/${id}/campaigns`)) {
      const campaignId = textIn(link, 'campaignId') ?? idOf(link);
      if (campaignId !== undefined && !offerOf.has(campaignId)) offerOf.set(campaignId, id);
    }
    return { id, row, links: await reader.list(`offers/${id}/contracts`) };
  });
  const campaigns = await reader.withMore('campaigns', async ({ id, row }) => ({
    id,
    row: { ...row, offerId: row['offerId'] ?? offerOf.get(id) ?? null },
    fields: await reader.fieldsOf(`campaigns/${id}`, 'campaign'),
    postingKey: textIn(row, 'postingKey') ?? textIn(await reader.posting(id), 'postingKey'),
  }));
  const suppression = await reader.list('suppression');
  const blocked = Object.fromEntries(
    await Promise.all(BLOCKED_LISTS.map(async (name) => [name, reader.known(name, await reader.list(name))] as const)),
  ) as Record<BlockedList, Foreign[]>;
  return { groups, verticals, partners, buyers, contracts, offers, campaigns, suppression, blocked };
}

function readerOf(source: Source, report: Report) {
  const at = (path: string): string => `/api/v1/${path}`;
  const orElse = async <T>(kept: T, what: string, read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof WithheldError)) throw error;
      report.leave({ kind: what.split('/')[0] ?? what, name: what, why: error.message, remedy: WITHHELD });
      return kept;
    }
  };
  const list = (path: string): Promise<ForeignRow[]> => orElse([], path, () => source.list(at(path)));
  const known = (kind: string, rows: readonly ForeignRow[]): Foreign[] =>
    rows.flatMap((row) => {
      const id = idOf(row);
      if (id !== undefined) return [{ id, row }];
      report.leave({ kind, name: 'a row without an id', why: 'It has no id there.', remedy: 'Make it by hand.' });
      return [];
    });
  return {
    list,
    known,
    groups: () => quietly([], () => source.list('/api/admin/vertical-groups')),
    posting: (id: string) => quietly<ForeignRow>({}, () => source.one(at(`campaigns/${id}/posting`))),
    /** The rows of a list, each with what only its own page shows, and with what `more` adds. */
    async withMore<T>(kind: string, more: (one: Foreign) => Promise<T>): Promise<T[]> {
      const rows = known(kind, await list(kind));
      report.reading(kind, rows.length);
      const full: T[] = [];
      // Oldest first, as they were made: lists come newest first.
      for (const { id, row } of rows.toReversed()) {
        const own = await quietly<ForeignRow>({}, () => source.one(at(`${kind}/${id}`)));
        full.push(await more({ id, row: { ...row, ...own } }));
      }
      return full;
    },
    /** The fields that a vertical or a campaign adds of its own. */
    async fieldsOf(path: string, tier: 'vertical' | 'campaign'): Promise<ForeignRow[]> {
      const own = await quietly(undefined, () => source.list(at(`${path}/custom-fields`)));
      if (own) return own;
      const all = await list(`${path}/fields`);
      return all.filter((field) => (field['tier'] === undefined ? idOf(field) !== undefined : field['tier'] === tier));
    },
  };
}

const WITHHELD = 'Use an admin key that may read it, and run this again; or make it by hand.';

/** What is not shown there is taken from elsewhere. */
async function quietly<T>(kept: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof WithheldError) return kept;
    throw error;
  }
}
