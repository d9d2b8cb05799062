import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../kernel/app-error.ts';
import { bringRecord, nameOf, NotBrought, type Piece, refOf } from './bring-record.ts';
import { type ForeignRow, idOf, textIn } from './envelope.ts';
import { OFFER } from './kinds.ts';
import type { SourceData } from './read-source.ts';

type ForeignOffer = SourceData['offers'][number];

/** Brings an offer with its links to contracts. A link that cannot be brought is told; the others are. */
export async function bringOffer(piece: Piece, offer: ForeignOffer): Promise<void> {
  const { recordId } = await bringRecord(piece, OFFER, offer);
  const there = await linksOf(piece, recordId);
  for (const link of offer.links) {
    const foreignId = textIn(link, 'contractId') ?? idOf(link) ?? '';
    const name = `${nameOf(offer)} to ${textIn(link, 'contractName') ?? textIn(link, 'name') ?? foreignId}`;
    try {
      const contractId = await refOf(piece, 'contract', foreignId);
      piece.lines.did(await bringLink(piece, { offerId: recordId, contractId }, link, there), 'offer link', name);
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof NotBrought)) throw error;
      const remedy = error instanceof NotBrought ? error.remedy : 'Link the two by hand on the page of the offer.';
      piece.lines.leave({ kind: 'offer link', name, why: error.message, remedy });
    }
  }
}

interface LinkIds {
  readonly offerId: string;
  readonly contractId: string;
}

async function bringLink(
  { bench }: Piece,
  ids: LinkIds,
  link: ForeignRow,
  there: ReadonlyMap<string, ForeignRow>,
): Promise<'create' | 'change' | 'same'> {
  const terms = termsOf(link);
  const known = there.get(ids.contractId);
  const { offerId, contractId } = ids;
  if (!known) {
    await bench.call('link_contract_to_offer', { params: { offerId }, body: { contractId, ...terms } });
    return 'create';
  }
  if (isDeepStrictEqual(termsOf(known), { ...termsOf(known), ...terms })) return 'same';
  await bench.call('update_offer_contract_link', { params: { offerId, contractId }, body: terms });
  return 'change';
}

/** What the link says for itself: where the system tells the two apart, not what it has of the contract. */
function termsOf(link: ForeignRow): Readonly<Record<string, unknown>> {
  const own = (name: 'priority' | 'weight'): unknown =>
    `${name}Override` in link ? link[`${name}Override`] : link[name];
  const pool = link['pool'];
  return Object.fromEntries(
    Object.entries({ priority: own('priority'), weight: own('weight'), pool }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** The links of an offer here, by contract. */
async function linksOf({ bench }: Piece, offerId: string): Promise<ReadonlyMap<string, ForeignRow>> {
  const links = await bench.lookAtAll('list_offer_contracts', { params: { offerId } });
  return new Map(links.map((link) => [String(link['contractId']), link]));
}
