import { actorOf, type Caller, loadFieldView, maskValue, PHI_CLASSES } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { type CrossOrigin, defineRoute, type Route, systemContext } from '../../core/gate/index.ts';
import type { Static } from 'typebox';
import type { SessionData } from './domain/merge-data.ts';
import { requireSession } from './find-session.ts';
import { openData } from './seal-data.ts';
import { coregCount, type SessionRow } from './store.ts';
import { type changedAnswer, params, sessionAnswer, showSession } from './wire.ts';
import { behalfOf, type SessionDeps } from './write-session.ts';

type Head = Static<typeof changedAnswer>['data'];

/** One session with what was answered so far, until its day is over. */
export const showRoute = (deps: SessionDeps & { readonly origins: CrossOrigin }): Route =>
  defineRoute({
    id: 'get_lead_session',
    method: 'GET',
    path: '/api/v1/sessions/:sessionKey',
    tag: 'sessions',
    summary: 'How far a session is, and what was answered so far.',
    permission: 'lead-sessions:use',
    audit: { action: 'lead-session.read', entity: 'lead-session' },
    params,
    response: sessionAnswer,
    crossOrigin: deps.origins,
    async handleAlone({ caller, params: path, headers, origin, now }) {
      const row = await requireSession(deps.tenancy, { caller, headers, sessionKey: path.sessionKey });
      const { sealedData, expiresAt, sessionId } = row;
      const isThere = sealedData && expiresAt > now;
      const data = isThere ? await openData(deps.vault, caller.tenantId, { sessionId, sealedData }) : {};
      const isClear = await seesData(deps, caller);
      const phiClasses = isClear && Object.keys(data).length > 0 ? PHI_CLASSES : [];
      const event = {
        action: 'lead-session.read',
        entity: 'lead-session',
        entityIds: [sessionId],
        phiClasses,
      } as const;
      await deps.tenancy.withTenant(systemContext(caller.tenantId), (tx) =>
        recordAudit(tx, now, [{ event: { ...event, outcome: 'done' }, origin, onBehalfOf: behalfOf(caller) }]),
      );
      const head = await showHead(deps, caller.tenantId, row);
      return { answer: { data: { ...head, data: isClear ? { ...data } : masked(data) } }, audited: true };
    },
  });

/** A session without what was answered in it, as its callers see it. */
export async function showHead({ tenancy, clock }: SessionDeps, tenantId: string, row: SessionRow): Promise<Head> {
  const { sessionId } = row;
  const counts = await tenancy.readTenant(systemContext(tenantId), (tx) => coregCount(tx, [sessionId]));
  const { partnerId: _partnerId, ...head } = showSession(row, counts.get(sessionId) ?? 0, clock.now());
  return { sessionId, ...head };
}

/** A posting key sent what is in a session; of others, the account and the tenant's rules say. */
async function seesData({ tenancy }: SessionDeps, caller: Caller): Promise<boolean> {
  if (caller.role === 'posting') return true;
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  const view = await tenancy.readTenant(context, (tx) => loadFieldView(tx, caller));
  return caller.piiAccess && !view.hasRules;
}

const masked = (data: SessionData): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, maskValue(name, value)]));
