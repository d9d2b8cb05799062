import { actorOf, type Caller, requireValidCaller } from '../../core/access/index.ts';
import { requireRow, systemContext } from '../../core/gate/index.ts';
import { AppError, invalid } from '../../kernel/app-error.ts';
import { CONTROL_KEYS } from '../intake/index.ts';
import { campaignRecords, type CampaignRow } from '../sources/index.ts';
import { mergeData, type SessionData } from './domain/merge-data.ts';
import { sealData } from './seal-data.ts';
import { hashSessionKey, newSessionKey } from './generate-session-key.ts';
import { sessionInsert } from './store.ts';
import { recordStep, type SessionDeps, type Writer } from './write-session.ts';

const LIFE_MS = 24 * 3_600_000;

/** Control keys of a post that the data of a session may not have. Fields may stand under `custom`. */
export const NOT_DATA: ReadonlySet<string> = new Set([...CONTROL_KEYS].filter((key) => key !== 'custom'));

export interface NewSessionWish {
  readonly campaign: string;
  readonly totalSteps: number | undefined;
  readonly data: SessionData;
}

export interface CreatedSession {
  readonly sessionKey: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

/** Opens a session of a campaign for a day. Throws VALIDATION_ERROR for another's campaign and for control keys. */
export async function createSession(deps: SessionDeps, writer: Writer, wish: NewSessionWish): Promise<CreatedSession> {
  const { tenancy, vault, clock } = deps;
  const { caller, now: startedAt } = writer;
  const { tenantId } = caller;
  const campaign = await requireCampaign(deps, caller, wish.campaign);
  const data = mergeData({}, wish.data, NOT_DATA);
  if (!data.ok) throw invalid(data.error);
  const { subjectId: sessionId, key } = await vault.lease(tenantId);
  const sessionKey = newSessionKey(tenantId);
  const sealedData = sealData(vault, { tenantId, sessionId, key }, data.value);
  const expiresAt = new Date(startedAt.getTime() + LIFE_MS);
  await tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const now = clock.now();
    await requireValidCaller(tx, caller, now);
    const row = { sessionId, campaignId: campaign.id, partnerId: campaign.partnerId };
    await sessionInsert(tx, {
      ...row,
      keyHash: hashSessionKey(sessionKey),
      openedBy: caller.actorId,
      totalSteps: wish.totalSteps ?? null,
      sealedData,
      now,
      expiresAt,
    });
    await recordStep(tx, { ...writer, now }, row, { action: 'lead-session.create', httpStatus: 201, startedAt });
  });
  return { sessionKey, sessionId, expiresAt };
}

/** A campaign that the caller may post to, by its id or its number. Throws VALIDATION_ERROR. */
export async function requireCampaign(
  { tenancy }: Pick<SessionDeps, 'tenancy'>,
  caller: Caller,
  ref: string,
): Promise<CampaignRow> {
  const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
  const found = await tenancy.readTenant(context, (tx) =>
    requireRow({ records: campaignRecords, byNumber: true }, tx, ref).catch((error: unknown) => {
      // Missing or another's: the field is told, and not which of the two.
      if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }),
  );
  if (found && (caller.role !== 'posting' || found.id === caller.campaignId)) return found;
  const message = 'Is no campaign that this key may post to. Check the id, or use the posting key of that campaign.';
  throw invalid([{ field: 'campaignId', rule: 'unknown_campaign', message }]);
}
