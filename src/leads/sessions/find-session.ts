import { type Caller, presentedKey } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { hashSessionKey, isSessionKey, tenantOfKey } from './generate-session-key.ts';
import { sessionFindByKey, type SessionRow } from './store.ts';

/** Who asks for a session, and by which key in the path. */
export interface AskedFor {
  readonly caller: Caller;
  readonly sessionKey: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The session of a path that the caller may go on with. Throws NOT_FOUND for every other. */
export async function requireSession(tenancy: Tenancy, { caller, sessionKey, headers }: AskedFor): Promise<SessionRow> {
  const { tenantId } = caller;
  const bearer = presentedKey(headers);
  const isOthers = bearer !== undefined && isSessionKey(bearer) && bearer !== sessionKey;
  if (isOthers || !isSessionKey(sessionKey) || tenantOfKey(sessionKey) !== tenantId) throw notFound();
  const row = await tenancy.readTenant(systemContext(tenantId), (tx) =>
    sessionFindByKey(tx, hashSessionKey(sessionKey)),
  );
  if (!row || !mayReach(caller, row)) throw notFound();
  return row;
}

/** A posting key goes on with sessions of its campaign; who rules the tenant, with all. */
const mayReach = ({ role, campaignId }: Caller, row: SessionRow): boolean =>
  role !== 'posting' || row.campaignId === campaignId;

/** The data of a session that goes on, sealed. Throws GONE once its day is over. */
export function requireGoingOn({ expiresAt, sealedData }: SessionRow, now: Date): Buffer {
  if (sealedData && expiresAt > now) return sealedData;
  throw new AppError('GONE', 'This session has expired. Create another one.');
}
