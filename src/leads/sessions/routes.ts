import { type CrossOrigin, defineRoute, type Route } from '../../core/gate/index.ts';
import { answerSubmit, idempotencyKeyOf, logRefusedPost, requireRoom, submitAnswer } from '../intake/index.ts';
import { changeSession } from './change-session.ts';
import { createSession } from './create-session.ts';
import { dataOf } from './domain/merge-data.ts';
import { listRoute } from './list-routes.ts';
import { showHead, showRoute } from './read-routes.ts';
import { submitCoreg } from './submit-coreg.ts';
import { submitSession, type SubmitSessionDeps } from './submit-session.ts';
import { coregBody, createAnswer, changedAnswer, createBody, params, patchBody, submitBody } from './wire.ts';

export interface SessionRouteDeps extends SubmitSessionDeps {
  readonly publicUrl: string;
  readonly hasRoom: () => boolean;
  /** Whose pages may go through a form. */
  readonly origins: CrossOrigin;
}

const PATH = '/api/v1/sessions';
const OF_ONE = `${PATH}/:sessionKey`;
const own = { tag: 'sessions', permission: 'lead-sessions:use' } as const;

/** Sessions: a form's answers, step by step, until they are a lead; and what else the person agrees to. */
export const sessionRoutes = (deps: SessionRouteDeps): Route[] => [
  createRoute(deps),
  listRoute(),
  showRoute(deps),
  changeRoute(deps),
  submitRoute(deps),
  coregRoute(deps),
];

const createRoute = (deps: SessionRouteDeps): Route =>
  defineRoute({
    ...own,
    id: 'create_session',
    method: 'POST',
    path: PATH,
    status: 201,
    summary: 'Begin a lead that a form brings together step by step. Kept for 24 hours.',
    audit: { action: 'lead-session.create', entity: 'lead-session' },
    body: createBody,
    response: createAnswer,
    crossOrigin: deps.origins,
    onRefused: (refusal) => logRefusedPost(deps, refusal, 'session'),
    async handleAlone(request) {
      requireRoom(deps.hasRoom());
      const { campaignId, totalSteps, data = {} } = request.body;
      const made = await createSession(deps, request, { campaign: String(campaignId), totalSteps, data });
      return { answer: { data: { ...made, expiresAt: made.expiresAt.toISOString() } }, audited: true };
    },
  });

const changeRoute = (deps: SessionRouteDeps): Route =>
  defineRoute({
    ...own,
    id: 'update_lead_session',
    method: 'PATCH',
    path: OF_ONE,
    summary: 'Go on with a session: fields take the place of those sent before. Nothing is checked yet.',
    audit: { action: 'lead-session.update', entity: 'lead-session' },
    params,
    body: patchBody,
    response: changedAnswer,
    crossOrigin: deps.origins,
    onRefused: (refusal) => logRefusedPost(deps, refusal, 'session'),
    async handleAlone(request) {
      requireRoom(deps.hasRoom());
      const { caller, params: path, body } = request;
      const { data, currentStep, status } = body;
      const asked = { ...request, sessionKey: path.sessionKey };
      const changed = await changeSession(deps, asked, { data, currentStep, status });
      return { answer: { data: await showHead(deps, caller.tenantId, changed) }, audited: true };
    },
  });

const submitRoute = (deps: SessionRouteDeps): Route =>
  defineRoute({
    ...own,
    id: 'submit_session',
    method: 'POST',
    path: `${OF_ONE}/submit`,
    status: 201,
    summary: 'Make a lead of a session: checked and routed as a post is. A repeat gets the first answer.',
    audit: { action: 'lead.submit', entity: 'lead' },
    params,
    body: submitBody,
    response: submitAnswer,
    crossOrigin: deps.origins,
    onRefused: (refusal) => logRefusedPost(deps, refusal, 'session-submit'),
    async handleAlone(request) {
      requireRoom(deps.hasRoom());
      const asked = { ...request, sessionKey: request.params.sessionKey };
      const answer = await submitSession(deps, asked, dataOf(request.body));
      return { answer: answerSubmit(answer, deps.publicUrl), audited: true };
    },
  });

const coregRoute = (deps: SessionRouteDeps): Route =>
  defineRoute({
    ...own,
    id: 'create_coreg_lead',
    method: 'POST',
    path: `${OF_ONE}/coreg`,
    status: 201,
    summary: 'Make another lead of a submitted session, of a campaign of the same partner, linked to the first.',
    audit: { action: 'lead.submit', entity: 'lead' },
    params,
    body: coregBody,
    response: submitAnswer,
    crossOrigin: deps.origins,
    onRefused: (refusal) => logRefusedPost(deps, refusal, 'coreg'),
    async handleAlone(request) {
      requireRoom(deps.hasRoom());
      const { campaignId, data } = request.body;
      const campaign = campaignId === undefined ? undefined : String(campaignId);
      const asked = { ...request, sessionKey: request.params.sessionKey };
      const idempotencyKey = idempotencyKeyOf(request.headers);
      const answer = await submitCoreg(deps, asked, { campaign, data, idempotencyKey });
      return { answer: answerSubmit(answer, deps.publicUrl), audited: true };
    },
  });
