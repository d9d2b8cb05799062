import type { Route } from '../../../core/gate/index.ts';
import { consentRoutes } from '../../../core/consent/routes.ts';
import { contractRoutes } from '../../../leads/contracts/routes.ts';
import { routingRoutes } from '../../../leads/routing/routes.ts';
import { screeningRoutes } from '../../../leads/screening/routes.ts';
import { sourceRoutes } from '../../../leads/sources/routes.ts';
import type { Runtime } from '../../compose/runtime.ts';
import type { Screen } from '../lead-submit/show-progress.ts';
import { importAll } from './import-all.ts';
import { ROUTES_AT_WORK } from './kinds.ts';
import type { Source } from './open-source.ts';
import { readSource } from './read-source.ts';
import { openReport } from './report.ts';
import { openWorkshop, rehearse } from './workbench.ts';

export interface ImportJob {
  readonly runtime: Runtime;
  readonly tenantId: string;
  readonly source: Source;
  /** Where partners post to here. */
  readonly publicUrl: string;
  readonly postingKeys: ReadonlyMap<string, string>;
  readonly higherFirst: boolean;
  readonly prepaid: boolean;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly out: Screen;
}

/**
 * Reads the other system, then brings it over. Gives 0 if all of it is here, and 1 if something was left out or the run
 * was stopped.
 */
export async function runImport(job: ImportJob): Promise<number> {
  const { runtime, tenantId, source, signal, out } = job;
  const report = openReport(out);
  const data = await readSource(source, report);
  const deps = {
    tenancy: runtime.tenancy,
    tenantId,
    routes: routesOf(runtime, job.publicUrl),
    now: () => runtime.clock.now(),
  };
  const keys = { pepper: runtime.secrets.keyPepper, given: job.postingKeys };
  const wishes = { source: source.origin, keys, higherFirst: job.higherFirst, prepaid: job.prepaid, signal };
  let isWhole = true;
  if (job.dryRun)
    await rehearse(deps, async (workshop) => {
      isWhole = await importAll(workshop, data, wishes, report);
    });
  else isWhole = await importAll(await openWorkshop(deps), data, wishes, report);
  const isAll = report.close(job.dryRun);
  if (!isWhole) out.write('Stopped. Run the same command again to go on; nothing is brought twice.\n');
  return isAll && isWhole ? 0 : 1;
}

/** The routes that bring things over, as the server has them. */
function routesOf(runtime: Runtime, publicUrl: string): Route[] {
  const { vault, tenancy, identity, secrets, clock } = runtime;
  const deps = { pepper: secrets.keyPepper, publicUrl, tenancy, clock, hasRoom: () => true };
  const all = [
    ...sourceRoutes({ ...deps, identity, submitLead: () => Promise.reject(new TypeError('no lead is posted here')) }),
    ...contractRoutes({ vault }),
    ...routingRoutes(),
    ...screeningRoutes({ vault }),
    ...consentRoutes({ vault, tenancy, identity }),
  ];
  return all.filter((route): route is Route => !('handleOpen' in route) && ROUTES_AT_WORK.has(route.id));
}
