import { isDeepStrictEqual } from 'node:util';
import type { TSchema } from 'typebox';
import { type Caller, systemCaller } from '../../../core/access/index.ts';
import { recordAudit } from '../../../core/audit/index.ts';
import { type Route, systemContext } from '../../../core/gate/index.ts';
import type { Tenancy, TenantWriter } from '../../../core/tenancy/index.ts';
import { AppError } from '../../../kernel/app-error.ts';

type PlainRoute = Extract<Route, { handle: unknown }>;

/** A request of the API, made here without the wire. */
export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly query?: unknown;
}

type Shown = Readonly<Record<string, unknown>>;

/** The routes of the API at the operator's hands, in one transaction. */
export interface Workbench {
  readonly tx: TenantWriter;
  readonly now: Date;
  /** The body that a route takes. */
  schema(routeId: string): TSchema;
  /** Calls a route as the gate does, with its event in the trail, and gives `data`. What failed leaves no trace. */
  call(routeId: string, request: Request): Promise<Shown>;
  /** Reads by a route; an operator's look at settings stands in no trail. Undefined where there is no such record. */
  look(routeId: string, request: Request): Promise<Shown | undefined>;
  /** Every row of a list of the API. */
  lookAtAll(routeId: string, request: Request): Promise<readonly Shown[]>;
  /** The same as `call`, taken back where it left the record as `before` shows it. */
  change(routeId: string, request: Request, before: Shown): Promise<'change' | 'same'>;
  /** Does what may fail at the database without breaking the transaction, and takes it back if it does. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  /** Writes what was done beside routes into the trail. */
  note(action: string, entity: string, entityIds: readonly string[]): Promise<void>;
}

/** Opens transactions to work in: one for each piece of work, or one for all that is taken back in the end. */
export interface Workshop {
  work<T>(piece: (bench: Workbench) => Promise<T>): Promise<T>;
}

export interface WorkshopDeps {
  readonly tenancy: Tenancy;
  readonly tenantId: string;
  readonly routes: readonly Route[];
  readonly now: () => Date;
}

const PAGE = 100;
/** What a change may do to a record without changing it. */
const NOT_COMPARED = ['updatedAt', 'version'];

/** A workshop that keeps each piece of work by itself: what is done stays, whenever the run ends. */
export async function openWorkshop(deps: WorkshopDeps): Promise<Workshop> {
  const { tenancy, tenantId } = deps;
  const prepared = await prepareAll(deps);
  return {
    work: (piece) => tenancy.withTenant(systemContext(tenantId), (tx) => piece(benchOf(deps, tx, prepared))),
  };
}

class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
}

/** Does all the work in one transaction and takes it back: leads of the tenant wait for its end. */
export async function rehearse(deps: WorkshopDeps, run: (workshop: Workshop) => Promise<void>): Promise<void> {
  const prepared = await prepareAll(deps);
  try {
    await deps.tenancy.withTenant(systemContext(deps.tenantId), async (tx) => {
      await run({ work: (piece) => piece(benchOf(deps, tx, prepared)) });
      throw new Rehearsed('taken back');
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
}

/** What routes ask for before a transaction begins: the tenant's keys, the same for every request. */
async function prepareAll({ routes, tenantId }: WorkshopDeps): Promise<ReadonlyMap<string, unknown>> {
  const caller = systemCaller(tenantId);
  const prepared = new Map<string, unknown>();
  for (const route of routes)
    if (route.prepare) prepared.set(route.id, await route.prepare(caller, undefined, undefined));
  return prepared;
}

function benchOf(deps: WorkshopDeps, tx: TenantWriter, prepared: ReadonlyMap<string, unknown>): Workbench {
  const caller = systemCaller(deps.tenantId);
  const now = deps.now();
  const routeOf = (id: string): PlainRoute => plainRoute(deps.routes, id);
  const attempt = <T>(work: () => Promise<T>): Promise<T> => attemptIn(tx, work);
  const ask = (id: string, request: Request): Promise<Handled> =>
    handled(routeOf(id), { tx, caller, now, request, prepared: prepared.get(id) });
  const record = (id: string, result: Handled) =>
    recordAudit(tx, now, [{ event: eventOf(routeOf(id), result), origin: {} }]);
  return {
    tx,
    now,
    attempt,
    schema: (id) => routeOf(id).body ?? {},
    async call(id, request) {
      return attempt(async () => {
        const result = await ask(id, request);
        await record(id, result);
        return result.data;
      });
    },
    async look(id, request) {
      try {
        return (await ask(id, request)).data;
      } catch (error) {
        if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined;
        throw error;
      }
    },
    lookAtAll: (id, request) => allPages(id, async (query) => (await ask(id, { ...request, query })).data),
    async change(id, request, before) {
      return attemptUnlessSame(tx, async () => {
        const result = await ask(id, request);
        if (isSame(before, result.data)) return false;
        await record(id, result);
        return true;
      });
    },
    note: (action, entity, entityIds) =>
      recordAudit(tx, now, [{ event: { action, entity, entityIds, outcome: 'done' }, origin: {} }]),
  };
}

function plainRoute(routes: readonly Route[], id: string): PlainRoute {
  const route = routes.find((one) => one.id === id);
  if (!route || !('handle' in route)) throw new TypeError(`there is no route ${id} to work with`);
  return route;
}

async function allPages(id: string, ask: (query: object) => Promise<unknown>): Promise<readonly Shown[]> {
  const rows: Shown[] = [];
  for (;;) {
    const found = await ask({ limit: PAGE, offset: rows.length });
    if (!Array.isArray(found)) throw new TypeError(`the route ${id} lists nothing`);
    rows.push(...(found as Shown[]));
    if (found.length < PAGE) return rows;
  }
}

interface Handled {
  readonly data: Shown;
  readonly touched: readonly string[];
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

interface Handling {
  readonly tx: TenantWriter;
  readonly caller: Caller;
  readonly now: Date;
  readonly request: Request;
  readonly prepared: unknown;
}

async function handled(route: PlainRoute, { tx, caller, now, request, prepared }: Handling): Promise<Handled> {
  const { params = {}, body = {}, query = {} } = request;
  const result = await route.handle({ tx, caller, now, params, body, prepared, query, headers: {}, origin: {} });
  if (!('answer' in result)) throw new TypeError(`the route ${route.id} answers later`);
  const { data } = result.answer as { readonly data: Shown };
  return { data, touched: result.touched, detail: result.detail };
}

const eventOf = (route: PlainRoute, { touched, detail }: Handled) => ({
  ...route.audit,
  entityIds: touched,
  outcome: 'done' as const,
  detail: { ...detail, by: 'import leadrouter' },
});

const isSame = (before: Shown, after: Shown): boolean =>
  Object.keys(after)
    .filter((name) => !NOT_COMPARED.includes(name))
    .every((name) => isDeepStrictEqual(before[name], after[name]));

async function attemptIn<T>(tx: TenantWriter, work: () => Promise<T>): Promise<T> {
  await tx.run({ text: 'SAVEPOINT attempt' });
  try {
    const value = await work();
    await tx.run({ text: 'RELEASE SAVEPOINT attempt' });
    return value;
  } catch (error) {
    await tx.run({ text: 'ROLLBACK TO SAVEPOINT attempt' });
    await tx.run({ text: 'RELEASE SAVEPOINT attempt' });
    throw error;
  }
}

class Unchanged extends Error {
  override readonly name = 'Unchanged';
}

async function attemptUnlessSame(tx: TenantWriter, work: () => Promise<boolean>): Promise<'change' | 'same'> {
  try {
    await attemptIn(tx, async () => {
      if (!(await work())) throw new Unchanged('taken back');
    });
    return 'change';
  } catch (error) {
    if (error instanceof Unchanged) return 'same';
    throw error;
  }
}
