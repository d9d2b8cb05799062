import { AppError } from '../../../kernel/app-error.ts';
import { bringBlocked, bringSuppression, groupSuppression, maskedSuppression } from './bring-lists.ts';
import { bringBuyer } from './bring-buyer.ts';
import { bringCampaign, type KeyRing } from './bring-campaign.ts';
import { bringOffer } from './bring-offer.ts';
import { bringRecord, nameOf, NotBrought, type Piece } from './bring-record.ts';
import { CONTRACT, GROUP, PARTNER } from './kinds.ts';
import { bringVertical } from './bring-vertical.ts';
import { BLOCKED_LISTS, type Foreign, type SourceData } from './read-source.ts';
import type { Report } from './report.ts';
import type { Workshop } from './workbench.ts';

export interface ImportWishes {
  /** The origin of the other system. */
  readonly source: string;
  readonly keys: KeyRing;
  readonly higherFirst: boolean;
  readonly prepaid: boolean;
  /** Ends the run between two pieces. */
  readonly signal: AbortSignal;
}

interface Work {
  readonly kind: string;
  readonly name: string;
  bring(piece: Piece): Promise<void>;
}

/** Brings everything over, each piece by itself, what others need before them. Gives false if it was stopped. */
export async function importAll(
  workshop: Workshop,
  data: SourceData,
  wishes: ImportWishes,
  report: Report,
): Promise<boolean> {
  for (const work of worksOf(data, wishes)) {
    if (wishes.signal.aborted) return false;
    await doWork(workshop, work, wishes.source, report);
  }
  const { masked } = groupSuppression(data.suppression);
  if (masked > 0) report.leave(maskedSuppression(masked));
  return true;
}

/** The pieces of the work in their order. */
function worksOf(data: SourceData, wishes: ImportWishes): Work[] {
  const of = <T extends Foreign>(kind: string, all: readonly T[], bring: (piece: Piece, one: T) => Promise<void>) =>
    all.map((one) => ({ kind, name: nameOf(one), bring: (piece: Piece) => bring(piece, one) }));
  const turned = <T extends Foreign>(one: T): T => ({ ...one, row: turnPriority(one.row, wishes) });
  return [
    ...of('vertical group', data.groups, async (piece, one) => void (await bringRecord(piece, GROUP, one))),
    ...of('vertical', data.verticals, bringVertical),
    ...of('partner', data.partners, async (piece, one) => void (await bringRecord(piece, PARTNER, one))),
    ...of('buyer', data.buyers, (piece, one) => bringBuyer(piece, one, wishes)),
    ...of('contract', data.contracts, (piece, one) => bringContract(piece, turned(one))),
    ...of('offer', data.offers, (piece, one) =>
      bringOffer(piece, { ...one, links: one.links.map((link) => turnPriority(link, wishes)) }),
    ),
    ...of('campaign', data.campaigns, (piece, one) => bringCampaign(piece, one, wishes.keys)),
    ...BLOCKED_LISTS.flatMap((list) => of(list, data.blocked[list], (piece, one) => bringBlocked(piece, list, one))),
    ...groupSuppression(data.suppression).groups.map((group) => ({
      kind: 'suppression',
      name: group.name,
      bring: (piece: Piece) => bringSuppression(piece, group),
    })),
  ];
}

/** Priorities here are lowest first; those of a system that has the highest first are turned round. */
function turnPriority<R extends Foreign['row']>(row: R, { higherFirst }: ImportWishes): R {
  if (!higherFirst) return row;
  const turned: Record<string, number> = {};
  for (const name of ['priority', 'priorityOverride']) {
    const value = Number(row[name] ?? Number.NaN);
    if (!Number.isNaN(value)) turned[name] = 1_000_000 - value;
  }
  return { ...row, ...turned };
}

async function bringContract(piece: Piece, contract: Foreign): Promise<void> {
  const { isNew } = await bringRecord(piece, CONTRACT, contract);
  if (isNew) piece.lines.remind(NEW_SECRETS);
}

const NEW_SECRETS =
  'Deliveries are signed with secrets of their own for each contract. Rotate them on the pages of the contracts, and ' +
  'give each buyer that checks signatures its new one.';

/** Does one piece; what became of it is told when it is kept. One that fails leaves nothing behind. */
async function doWork(workshop: Workshop, work: Work, source: string, report: Report): Promise<void> {
  const told: (() => void)[] = [];
  const lines: Piece['lines'] = {
    did: (...args) => void told.push(() => report.did(...args)),
    leave: (left) => void told.push(() => report.leave(left)),
    remind: (sentence) => void told.push(() => report.remind(sentence)),
  };
  try {
    await workshop.work((bench) => bench.attempt(() => work.bring({ bench, source, lines })));
  } catch (error) {
    const remedy = remedyOf(error);
    if (remedy === undefined || !(error instanceof Error)) throw error;
    return report.leave({ kind: work.kind, name: work.name, why: error.message, remedy });
  }
  for (const tell of told) tell();
}

/** What to do about an expected refusal; undefined for what nobody expects. */
function remedyOf(error: unknown): string | undefined {
  if (error instanceof NotBrought) return error.remedy;
  if (!(error instanceof AppError) || error.status >= 500) return undefined;
  if (error.code === 'DUPLICATE')
    return 'There is one here that was not brought over: rename either, and run this again.';
  return 'Mend it in the other system and run this again, or make it by hand.';
}
