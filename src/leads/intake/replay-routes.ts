import { type Static, Type } from 'typebox';
import { actorOf, type Caller, loadFieldView, permits } from '../../core/access/index.ts';
import { defineRoute, idSchema, readDates, type Route, type RouteRequest } from '../../core/gate/index.ts';
import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { offerFind } from '../routing/index.ts';
import { fieldsOfVertical } from '../sources/index.ts';
import { answerRead } from './answer-reading.ts';
import { requireOpenFields } from './count-matching.ts';
import type { LeadRouteDeps } from './lead-routes.ts';
import { readSettings, type Settings } from './load-snapshot.ts';
import { type Drafted, readDrafts } from './read-drafts.ts';
import { classesOfVertical } from './read-field-classes.ts';
import { replayLeads, type ReplayPeriod } from './replay-store.ts';
import { type Replayed, replayOffer } from './replay-offer.ts';
import { MOST_DAYS, MOST_LEADS, replayAnswer, replayBody } from './replay-wire.ts';
import { ASSUMPTIONS, type NamedContract, showComparison } from './show-replay.ts';

const DAY_MS = 86_400_000;
const DAYS = 7;
const params = Type.Object({ offerId: idSchema });
const audit = { action: 'offer.replay', entity: 'offer' } as const;

type Body = Static<typeof replayBody>;
type Asked = Pick<RouteRequest<{ offerId: string }, undefined, Body>, 'caller' | 'params' | 'body' | 'now'>;

/** What leads of a past period would have brought, had contracts or the offer been as drafts say. */
export function replayRoute({ vault, tenancy }: LeadRouteDeps): Route {
  const running = new Set<string>();
  return defineRoute({
    id: 'replay_offer',
    method: 'POST',
    path: '/api/v1/offers/:offerId/replay',
    tag: 'offers',
    summary: 'What past leads would have brought under drafts. Nothing is kept, counted or delivered.',
    permission: 'leads:try',
    onlyReads: true,
    audit,
    params,
    body: replayBody,
    response: replayAnswer,
    async handleAlone(request) {
      const { caller } = request;
      const { tenantId } = caller;
      requireDecisions(caller);
      const context = { tenantId, actor: actorOf(caller) };
      requireTurn(running, tenantId);
      try {
        const found = await tenancy.readTenant(context, (tx) => readReplay(tx, request));
        const { offerId } = request.params;
        const replayed = await replayOffer({ tenancy, vault, context, offerId, ...found });
        const data = showReplay(found, replayed);
        const shown = data.contracts.flatMap(({ contractId, buyerId }) => [contractId ?? [], buyerId].flat());
        return await answerRead(tenancy, request, audit, {
          answer: { data },
          entityIds: [offerId, ...new Set(shown), ...data.samples.map(({ leadId }) => leadId)],
          phiClasses: replayed.phiClasses,
          detail: { looked: found.leadIds.length, opened: replayed.opened },
        });
      } finally {
        running.delete(tenantId);
      }
    },
  });
}

/** A replay tells of decisions: who may not read those may not ask for it. */
function requireDecisions({ role, narrowedTo }: Caller): void {
  if (permits(role, 'decisions:read') && narrowedTo?.has('decisions:read') !== false) return;
  throw new AppError('FORBIDDEN', 'You may not read how leads were decided upon, so none is replayed. Ask an admin.');
}

/** In a process one at a time of a tenant, so that no leads wait for it. Throws CONFLICT while another one runs. */
function requireTurn(running: Set<string>, tenantId: string): void {
  if (running.has(tenantId))
    throw new AppError('CONFLICT', 'A replay of the organization is running. Wait until it has ended, then try again.');
  running.add(tenantId);
}

interface ReadReplay {
  readonly period: ReplayPeriod;
  readonly limit: number;
  readonly timeZone: string;
  readonly settings: Settings;
  readonly drafted: Drafted;
  readonly classes: ReturnType<typeof classesOfVertical>;
  readonly total: number;
  readonly leadIds: readonly string[];
}

async function readReplay(tx: TenantReader, { caller, params: { offerId }, body, now }: Asked): Promise<ReadReplay> {
  const row = await offerFind(tx, offerId);
  if (!row) throw notFound();
  const period = { offerId, ...periodOf(body, now) };
  const tenant = await tenantState(tx);
  const settings = await readSettings(tx, tenant);
  const offer = settings.offers.find(({ terms }) => terms.offerId === offerId);
  if (!offer) throw notFound();
  const drafted = await readDrafts(tx, settings, { offer, verticalId: row.verticalId, body });
  const classes = classesOfVertical(await fieldsOfVertical(tx, row.verticalId, true));
  const { accessTo } = await loadFieldView(tx, caller);
  for (const { contractId, terms } of drafted.drafted.contracts)
    if (drafted.filteredIds.includes(contractId)) requireOpenFields(terms, classes, accessTo);
  const limit = body.limit ?? MOST_LEADS;
  const leads = await replayLeads(tx, period, limit);
  return { period, limit, timeZone: tenant.timeZone, settings, drafted, classes, ...leads };
}

/** The stretch of time that is asked for: the last seven days unless given. */
function periodOf({ dateFrom, dateTo }: Body, now: Date): { readonly from: Date; readonly to: Date } {
  const given = readDates({ ...(dateFrom ? { dateFrom } : {}), ...(dateTo ? { dateTo } : {}) });
  const to = given.to ?? now;
  const from = given.from ?? new Date(to.getTime() - DAYS * DAY_MS);
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days <= 0)
    throw invalid([{ field: 'dateTo', rule: 'order', message: 'Is not after dateFrom. Send a later day.' }]);
  // A day counts whole, so a month of days may reach a little further where the clocks are changed.
  if (days > MOST_DAYS + 1 / 12) {
    const message = `Is more than ${MOST_DAYS} days before dateTo. Send a later day.`;
    throw invalid([{ field: 'dateFrom', rule: 'maximum', message }]);
  }
  return { from, to };
}

function showReplay({ period, limit, timeZone, settings, drafted, total, leadIds }: ReadReplay, replayed: Replayed) {
  const { comparison, leftOut, lastAt } = replayed;
  const asked = new Map(
    [...drafted.today.contracts, ...drafted.drafted.contracts].map((contract) => [contract.contractId, contract]),
  );
  const names = new Map(
    [...settings.contracts, ...drafted.drafted.contracts].map(
      ({ contractId, name, buyerName }): [string, NamedContract] => [contractId, { contractName: name, buyerName }],
    ),
  );
  const isDraft = new Set(drafted.draftIds);
  return {
    offerId: period.offerId,
    dateFrom: period.from.toISOString(),
    dateTo: period.to.toISOString(),
    timeZone,
    leads: {
      inPeriod: total,
      replayed: comparison.leads,
      leftOut,
      isSampled: total > leadIds.length,
      limit,
      lastAt: lastAt?.toISOString() ?? null,
    },
    ...showComparison(comparison, {
      nameOf: (contractId) => names.get(contractId) ?? { contractName: '–', buyerName: '–' },
      isNew: (contractId) => drafted.newIds.has(contractId),
      isDraft: (contractId) => isDraft.has(contractId),
      asked: [...asked.values()],
    }),
    assumptions: [...ASSUMPTIONS],
  };
}
