import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../../platform/mac/index.ts';

/** What a link to posting instructions is made of; with another number it is another link. */
export interface SpecLink {
  readonly tenantId: string;
  readonly campaignId: string;
  readonly specNumber: number;
}

/**
 * The token that opens the posting instructions of a campaign to whoever has the link: 122 bits of a keyed hash, as a
 * UUID (version 8, RFC 9562), for that is what the wire contract has. Nothing of it is stored, so nothing can be read
 * out of the database, and it can be shown again.
 */
export function signSpecToken(pepper: Buffer, { tenantId, campaignId, specNumber }: SpecLink): string {
  const hash = hmacSha256(pepper, `spec-link\0${tenantId}\0${campaignId}\0${specNumber}`);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether a token opens the link, in a time that tells nothing of how near it is. */
export function opensSpec(pepper: Buffer, link: SpecLink, token: string): boolean {
  const [given, wanted] = [Buffer.from(token), Buffer.from(signSpecToken(pepper, link))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
