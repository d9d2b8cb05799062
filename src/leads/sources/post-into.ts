import type { Caller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import { answerSubmit, logRefusedPost, requireRoom, type SubmitLead } from '../intake/index.ts';
import type { CampaignRow } from './campaign-store.ts';

export interface PostIntoDeps {
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly submitLead: SubmitLead;
  readonly publicUrl: string;
  readonly hasRoom: () => boolean;
}

/** A post by somebody who has no posting key of the campaign. */
export interface PostedInto {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly campaign: CampaignRow;
  readonly body: Readonly<Record<string, unknown>>;
  readonly endpoint: 'test-post' | 'create';
  readonly idempotencyKey: string | undefined;
}

/** Sends it the way of every post; a refusal stands in the posting log of the campaign's partner. */
export async function postInto(deps: PostIntoDeps, { caller, origin, campaign, body, ...post }: PostedInto) {
  const startedAt = deps.clock.now();
  const acting = { ...caller, campaignId: campaign.id };
  try {
    requireRoom(deps.hasRoom());
    const request = { caller: acting, origin, body: { campaignId: campaign.id, ...body }, ...post };
    return { answer: answerSubmit(await deps.submitLead(request), deps.publicUrl), audited: true } as const;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const durationMs = deps.clock.now().getTime() - startedAt.getTime();
    const refusal = { caller: { ...acting, partnerId: campaign.partnerId }, origin, error, durationMs };
    await logRefusedPost(deps, refusal, post.endpoint);
    throw error;
  }
}
