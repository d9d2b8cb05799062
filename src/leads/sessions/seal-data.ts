import type { SealingKey, Vault } from '../../core/vault/index.ts';
import type { SessionData } from './domain/merge-data.ts';

const placeOf = (tenantId: string, sessionId: string) => ({
  tenantId,
  table: 'lead_sessions',
  recordId: sessionId,
  part: 'data',
});

/** Seals the data of a session under the session's own key. */
export const sealData = (
  vault: Vault,
  { tenantId, sessionId, key }: { readonly tenantId: string; readonly sessionId: string; readonly key: SealingKey },
  data: SessionData,
): Buffer => vault.seal(key, placeOf(tenantId, sessionId), Buffer.from(JSON.stringify(data)));

/** What a form answered so far. Throws UnsealError once the key was destroyed. */
export async function openData(
  vault: Vault,
  tenantId: string,
  { sessionId, sealedData }: { readonly sessionId: string; readonly sealedData: Buffer },
): Promise<SessionData> {
  const bytes = await vault.open(sessionId, placeOf(tenantId, sessionId), sealedData);
  return JSON.parse(bytes.toString('utf8')) as SessionData;
}
