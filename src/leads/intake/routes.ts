import { defineRoute, type Route } from '../../core/gate/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { answerSubmit } from './answer-submit.ts';
import { exportRoute } from './export-routes.ts';
import { type LeadRouteDeps, leadReadRoutes } from './lead-routes.ts';
import { logRefusedPost } from './log-refused-post.ts';
import { postingLogRoutes } from './posting-log-routes.ts';
import { revealListRoute } from './reveal-list-routes.ts';
import { revealRoute } from './reveal-routes.ts';
import type { SubmitDeps, SubmitLead } from './submit-lead.ts';
import { submitAnswer, submitBody } from './wire.ts';

export interface IntakeRouteDeps extends LeadRouteDeps, Pick<SubmitDeps, 'tenancy' | 'clock'> {
  readonly submitLead: SubmitLead;
  readonly publicUrl: string;
  /** Whether there is room on disk for what would be accepted. */
  readonly hasRoom: () => boolean;
}

/** Routes of intake: submit, leads, waterfall, reveal, export, posting log. */
export function intakeRoutes(deps: IntakeRouteDeps): Route[] {
  return [
    submitRoute(deps),
    ...leadReadRoutes(deps),
    revealRoute(deps),
    revealListRoute(deps),
    exportRoute(deps),
    ...postingLogRoutes(),
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
    onRefused: (refusal) => logRefusedPost(deps, refusal),
    async handleAlone({ caller, origin, body, headers }) {
      const request = { caller, origin, body, idempotencyKey: idempotencyKeyOf(headers) };
      if (!deps.hasRoom())
        throw new AppError('STORAGE_FULL', 'There is no room to keep the lead. Send it again later.', {
          retryAfterSeconds: 30,
        });
      return { answer: answerSubmit(await deps.submitLead(request), deps.publicUrl), audited: true };
    },
  });
}

function idempotencyKeyOf(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && /^[\x20-\x7e]{1,255}$/.test(given)) return given;
  throw new AppError('VALIDATION_ERROR', 'Idempotency-Key: send 1 to 255 visible ASCII characters, once.', {
    faults: [{ field: 'Idempotency-Key', rule: 'format', message: 'Send 1 to 255 visible ASCII characters, once.' }],
  });
}
