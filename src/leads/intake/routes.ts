import { type CrossOrigin, defineRoute, type Route } from '../../core/gate/index.ts';
import { answerSubmit } from './answer-submit.ts';
import { consideredRoute } from './considered-routes.ts';
import { explainRoute } from './explain-routes.ts';
import { exportJobRoutes } from './export-job-routes.ts';
import { exportRoute } from './export-routes.ts';
import { filterPreviewRoute } from './filter-preview-routes.ts';
import { feedRoute } from './feed-routes.ts';
import { type LeadRouteDeps, leadReadRoutes } from './lead-routes.ts';
import { logRefusedPost } from './log-refused-post.ts';
import { idempotencyKeyOf, requireRoom } from './check-post.ts';
import { pingRoutes } from './ping-routes.ts';
import type { PingLead } from './ping-lead.ts';
import { postingLogRoutes } from './posting-log-routes.ts';
import { shadowRoutes } from './shadow-routes.ts';
import { replayRoute } from './replay-routes.ts';
import { revealListRoute } from './reveal-list-routes.ts';
import { revealRoute } from './reveal-routes.ts';
import type { SubmitDeps, SubmitLead } from './submit-lead.ts';
import { trialRoute } from './trial-routes.ts';
import { createLeadWatch } from './watch-leads.ts';
import { submitAnswer, submitBody } from './wire.ts';

export interface IntakeRouteDeps extends LeadRouteDeps, Pick<SubmitDeps, 'tenancy' | 'clock' | 'snapshots'> {
  readonly submitLead: SubmitLead;
  readonly pingLead: PingLead;
  readonly publicUrl: string;
  /** Whose pages may post. */
  readonly origins: CrossOrigin;
  /** Whether there is room on disk for what would be accepted. */
  readonly hasRoom: () => boolean;
  /** Hears of what failed where nobody waits for an answer. */
  readonly onFailure: (error: unknown) => void;
}

/** Routes of intake: submit, leads, waterfall, reveal, export, posting log. */
export function intakeRoutes(deps: IntakeRouteDeps): Route[] {
  return [
    submitRoute(deps),
    ...pingRoutes(deps),
    feedRoute(createLeadWatch(deps)),
    ...leadReadRoutes(deps),
    explainRoute(deps),
    trialRoute(deps),
    replayRoute(deps),
    revealRoute(deps),
    revealListRoute(deps),
    exportRoute(deps),
    ...exportJobRoutes(deps),
    ...postingLogRoutes(),
    filterPreviewRoute(deps),
    consideredRoute(deps),
    ...shadowRoutes(),
  ];
}

function submitRoute(deps: IntakeRouteDeps): Route {
  return defineRoute({
    id: 'submit_lead',
    method: 'POST',
    path: '/api/v1/leads/submit',
    tag: 'leads',
    summary: 'Post a lead: it is routed at once, and the answer says whether it was sold.',
    permission: 'leads:submit',
    audit: { action: 'lead.submit', entity: 'lead' },
    body: submitBody,
    response: submitAnswer,
    crossOrigin: deps.origins,
    onRefused: (refusal) => logRefusedPost(deps, refusal),
    async handleAlone({ caller, origin, body, headers }) {
      const request = { caller, origin, body, endpoint: 'submit', idempotencyKey: idempotencyKeyOf(headers) } as const;
      requireRoom(deps.hasRoom());
      return { answer: answerSubmit(await deps.submitLead(request), deps.publicUrl), audited: true };
    },
  });
}
