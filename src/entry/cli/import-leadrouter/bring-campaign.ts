import { adoptPostingKey } from '../../../core/access/index.ts';
import { violationOf } from '../../../platform/postgres/index.ts';
import { bringFields } from './bring-fields.ts';
import { bringRecord, nameOf, type Piece } from './bring-record.ts';
import { CAMPAIGN } from './kinds.ts';
import type { ForeignCampaign } from './read-source.ts';

/** What keeps the partners' keys: how they are hashed here, and those that the operator has. */
export interface KeyRing {
  readonly pepper: Buffer;
  /** By the campaign's id or number there. */
  readonly given: ReadonlyMap<string, string>;
}

/** Brings a campaign with its fields, and with the posting key that its partner has. */
export async function bringCampaign(piece: Piece, campaign: ForeignCampaign, ring: KeyRing): Promise<void> {
  const { id, row, fields } = campaign;
  const { recordId, isNew } = await bringRecord(piece, CAMPAIGN, campaign);
  await bringFields(piece, { tier: 'campaign', foreignId: id, recordId }, fields);
  const key = ring.given.get(id) ?? ring.given.get(String(row['displayId'])) ?? campaign.postingKey;
  const name = nameOf(campaign);
  if (key !== undefined) return keepKey(piece, { pepper: ring.pepper, name, recordId, key });
  if (!isNew) return;
  piece.lines.leave({
    kind: 'posting key',
    name,
    why: 'The other system does not show it, so the campaign has a new one that nobody has seen.',
    remedy:
      'Give the old one with --posting-keys and run this again, or rotate the new one and give it to the partner.',
  });
}

interface Keeping {
  readonly pepper: Buffer;
  readonly name: string;
  readonly recordId: string;
  readonly key: string;
}

async function keepKey({ bench, lines }: Piece, { pepper, name, recordId, key }: Keeping): Promise<void> {
  const leave = (why: string, remedy: string): void => lines.leave({ kind: 'posting key', name, why, remedy });
  try {
    const adoption = await bench.attempt(() => adoptPostingKey(bench.tx, pepper, recordId, key));
    if (adoption.kind === 'adopted') {
      await bench.note('api_key.adopt', 'api_key', [adoption.keyId]);
      return lines.did('change', 'posting key', name);
    }
    if (adoption.kind === 'same') return lines.did('same', 'posting key', name);
    if (adoption.kind === 'revoked')
      return leave('The campaign has no posting key here that opens.', 'Make one there.');
    leave('It does not look like a key: lr_ or pk_ and at least 20 letters and digits.', 'Give the partner a new one.');
  } catch (error) {
    if (violationOf(error)?.kind !== 'unique') throw error;
    leave('Another campaign of this installation has the same key.', 'Give the partner of one of them a new one.');
  }
}
