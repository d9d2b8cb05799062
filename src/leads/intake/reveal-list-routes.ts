import { loadFieldView } from '../../core/access/index.ts';
import { defineRoute, listAnswer, pageOf, readDates, type Route } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { answerReading } from './answer-reading.ts';
import { revealPage } from './reveal-store.ts';
import { revealListAnswer, revealListQuery } from './reveal-wire.ts';
import { showReveal } from './show-reveals.ts';

/**
 * The reasons of those who looked behind masks, for whoever examines the trail (45 CFR 164.312(b) and
 * 164.308(a)(1)(ii)(D)).
 */
export function revealListRoute({ vault, tenancy }: { readonly vault: Vault; readonly tenancy: Tenancy }): Route {
  const audit = { action: 'reveal.list', entity: 'reveal' } as const;
  return defineRoute({
    id: 'list_reveals',
    method: 'GET',
    path: '/api/v1/reveals',
    tag: 'leads',
    summary: 'Who looked behind the masks of which lead, at which fields, and why; newest first.',
    permission: 'audit:read',
    audit,
    query: revealListQuery,
    response: revealListAnswer,
    async handleAlone(request) {
      const { caller, query } = request;
      const { limit, offset, leadId, userId } = query;
      const page = pageOf({ ...(limit ? { limit } : {}), ...(offset ? { offset } : {}) });
      const filter = { leadId, userId, ...readDates(query), ...page };
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          return { view: await loadFieldView(tx, caller), ...(await revealPage(tx, filter)) };
        },
        async show({ view, rows, total }) {
          const all = await Promise.all(rows.map((row) => showReveal(vault, { caller, view }, row)));
          return {
            answer: listAnswer(
              all.map(({ shown }) => shown),
              total,
              page,
            ),
            entityIds: rows.map((row) => row.revealId),
            detail: { leadIds: [...new Set(rows.map((row) => row.leadId))] },
            phiClasses: [...new Set(all.flatMap(({ phiClasses }) => phiClasses))],
          };
        },
      });
    },
  });
}
