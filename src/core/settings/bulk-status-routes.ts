import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { AppError, invalid } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import {
  defineRoute,
  idSchema,
  isOpenTo,
  one,
  oneOf,
  type OpenRoute,
  type Route,
  unknownReference,
} from '../gate/index.ts';

const ENTITIES = ['offer', 'partner', 'buyer', 'contract', 'campaign'] as const;
type Entity = (typeof ENTITIES)[number];

const MOST = 100;
const maybe = Type.Optional;

const bulkBody = Type.Object(
  {
    entity: maybe(oneOf(ENTITIES)),
    entityType: maybe(oneOf(ENTITIES)),
    ids: Type.Array(idSchema, { minItems: 1, maxItems: MOST, uniqueItems: true }),
    status: Type.String({ maxLength: 40, description: 'One that such a record can have.' }),
  },
  { additionalProperties: false },
);
type Body = { readonly entity?: Entity; readonly entityType?: Entity; readonly status: string };

type Changing = Extract<Route, { handle: unknown }>;

/**
 * Sets one status for many records of a kind, each as its own route would: by the same rules and under the same right,
 * all in one transaction or none.
 */
export function bulkStatusRoute(routes: () => readonly (Route | OpenRoute)[]): Route {
  const changing = (entity: Entity): Changing => {
    const named = (id: string) => routes().find((route) => route.id === id);
    const found = named(`update_${entity}_status`) ?? named(`update_${entity}`);
    if (!found || !('handle' in found)) throw new Error(`no route changes a ${entity}`);
    return found;
  };
  return defineRoute({
    id: 'bulk_status_update',
    method: 'POST',
    path: '/api/v1/bulk/status',
    tag: 'leads',
    summary: `Set one status for up to ${MOST} offers, partners, buyers, contracts or campaigns: all of them or none.`,
    permission: 'offers:write',
    audit: { action: 'status.bulk', entity: 'record' },
    body: bulkBody,
    response: one(
      Type.Object({ entity: Type.String(), status: Type.String(), updated: Type.Integer(), ids: Type.Array(idSchema) }),
    ),
    async prepare(caller, body) {
      const { entity, status } = readBody(body as Body);
      return changing(entity).prepare?.(caller, { status }, {});
    },
    async handle({ body, ...request }) {
      const { entity, status } = readBody(body);
      const route = changing(entity);
      requireOpen(route, entity, request.caller, request.now);
      requireStatus(route, entity, status);
      const touched: string[] = [];
      for (const [index, id] of body.ids.entries()) {
        const change = { ...request, params: { [`${entity}Id`]: id }, query: undefined, body: { status } };
        const { touched: own } = await route.handle(change).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'NOT_FOUND')
            throw invalid([unknownReference(`ids.${index}`)]);
          throw error;
        });
        touched.push(...own);
      }
      const data = { entity, status, updated: body.ids.length, ids: body.ids };
      return { answer: { data }, touched, detail: { entity, status } };
    },
  });
}

/** The kind stands under either name. */
function readBody({ entity, entityType, status }: Body): { readonly entity: Entity; readonly status: string } {
  const named = entity ?? entityType;
  if (!named) throw invalid([{ field: 'entity', rule: 'required', message: `Send ${ENTITIES.join(' or ')}.` }]);
  if (entity && entityType && entity !== entityType)
    throw invalid([
      { field: 'entityType', rule: 'conflict', message: 'Names another kind than entity. Send one of them.' },
    ]);
  return { entity: named, status };
}

function requireOpen(route: Changing, entity: Entity, caller: Caller, now: Date): void {
  if (!isOpenTo(route, caller, now))
    throw new AppError('FORBIDDEN', `You may not change a ${entity}. Ask for the permission ${route.permission}.`);
}

function requireStatus({ body }: Changing, entity: Entity, status: string): void {
  if (body === undefined || Check(body, { status })) return;
  const message = `Is no status of a ${entity}. Read one of them to see what it can have.`;
  throw invalid([{ field: 'status', rule: 'enum', message }]);
}
