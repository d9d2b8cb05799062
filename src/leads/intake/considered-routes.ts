import { Type } from 'typebox';
import { defineRoute, idSchema, one, type Route, systemContext } from '../../core/gate/index.ts';
import { tenantState } from '../../core/tenancy/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { calendarDay, startOfDay } from '../../kernel/time.ts';
import { contractsForRouting } from '../contracts/index.ts';
import { reasonSentence } from '../routing/index.ts';
import { answerReading } from './answer-reading.ts';
import { type ConsideredCount, consideredCounts } from './considered-store.ts';
import type { LeadRouteDeps } from './lead-routes.ts';

/** Of one day no more leads are looked at: the newest. */
const LOOKED_AT = 5000;

const considered = Type.Object({
  contractId: Type.String(),
  day: Type.String({ description: 'Today, by the zone of the contract.' }),
  timeZone: Type.String(),
  leads: Type.Integer({ description: 'Leads of its offers today that it was asked for.' }),
  isSampled: Type.Boolean({ description: `Whether there were more than ${LOOKED_AT}: then those are the newest.` }),
  outcomes: Type.Array(Type.Object({ code: Type.String(), text: Type.String(), leads: Type.Integer() })),
});

/** What today's leads came to for one contract, counted: why it got some, or none. */
export function consideredRoute({ tenancy }: Pick<LeadRouteDeps, 'tenancy'>): Route {
  const audit = { action: 'contract.considered', entity: 'contract' } as const;
  return defineRoute({
    id: 'get_contract_considered',
    method: 'GET',
    path: '/api/v1/contracts/:contractId/considered',
    tag: 'contracts',
    summary: "How many of today's leads a contract was asked for, how many it got, and why not the others.",
    permission: 'contracts:read',
    audit,
    params: Type.Object({ contractId: idSchema }),
    response: one(considered),
    async handleAlone(request) {
      const { caller, now, params } = request;
      const { contractId } = params;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const [contract] = await contractsForRouting(tx, { contractId });
          if (!contract) throw notFound();
          return contract.terms.schedule.timeZone ?? (await tenantState(tx)).timeZone;
        },
        async show(timeZone) {
          const day = calendarDay(now, timeZone);
          const asked = { contractId, since: startOfDay(day, timeZone), limit: LOOKED_AT };
          // A buyer does not see the decisions upon leads that others got: what is said of its contract is counted.
          const counts = await tenancy.readTenant(systemContext(caller.tenantId), (tx) => consideredCounts(tx, asked));
          const leads = counts.reduce((sum, count) => sum + count.leads, 0);
          const outcomes = counts.map((count) => ({ ...outcomeOf(count), leads: count.leads }));
          const data = { contractId, day, timeZone, leads, isSampled: leads >= LOOKED_AT, outcomes };
          return { answer: { data }, entityIds: [contractId], phiClasses: [] };
        },
      });
    },
  });
}

const SALES: Readonly<Record<string, string>> = {
  delivering: 'On its way to the buyer.',
  uncertain: 'The answer of the buyer is not known yet.',
  settled: 'Bought.',
  released: 'The buyer did not take it.',
  returned: 'Bought, and returned.',
};

function outcomeOf({ sale, reason }: ConsideredCount): { readonly code: string; readonly text: string } {
  if (sale !== null) return { code: sale, text: SALES[sale] ?? sale };
  if (reason !== null) return { code: reason, text: reasonSentence(reason) };
  return { code: 'others_first', text: 'It fitted, and went to who came first by the rules of the offer.' };
}
