import type { Static } from 'typebox';
import { Type } from 'typebox';
import { notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { defineRoute, explainWrite, idSchema, listAnswer, one, pageOf, type Route } from '../gate/index.ts';
import { plainHost } from './domain/host-name.ts';
import { domainRecords, type DomainRow } from './domain-store.ts';
import { domainAnswer, domainCreate, domainListAnswer, domainListQuery } from './wire.ts';

const PATH = '/api/v1/settings/domains';
const RULES = { unique: { tenant_domains_tenant_id_domain_key: 'domain' } };

function show({ id, domain, status, createdAt }: DomainRow): Static<typeof domainAnswer>['data'] {
  const still = { domainType: 'custom', isDefault: false, sslEnabled: false, sslInstalled: false };
  return { id, domain, status, createdAt: createdAt.toISOString(), ...still };
}

/** Host names of the tenant's own. Whether one is really the tenant's is not shown yet: it stays pending. */
export const domainRoutes = (): Route[] => [listRoute(), addRoute(), removeRoute()];

const listRoute = (): Route =>
  defineRoute({
    id: 'list_domains',
    method: 'GET',
    path: PATH,
    tag: 'settings',
    summary: 'Host names of the tenant, newest first.',
    permission: 'settings:read',
    audit: { action: 'domain.list', entity: 'domain' },
    query: domainListQuery,
    response: domainListAnswer,
    async handle({ tx, query }) {
      const page = pageOf(query);
      const { rows, total } = await domainRecords.list(tx, page);
      return { answer: listAnswer(rows.map(show), total, page), touched: rows.map((row) => row.id) };
    },
  });

const addRoute = (): Route =>
  defineRoute({
    id: 'add_domain',
    method: 'POST',
    path: PATH,
    tag: 'settings',
    summary: 'Add a host name.',
    permission: 'settings:write',
    audit: { action: 'domain.create', entity: 'domain' },
    status: 201,
    body: domainCreate,
    response: domainAnswer,
    async handle({ tx, body }) {
      const values = { id: newId(), domain: plainHost(body.domain) };
      const row = await explainWrite(RULES, () => domainRecords.insert(tx, values));
      return { answer: { data: show(row) }, touched: [row.id] };
    },
  });

const removeRoute = (): Route =>
  defineRoute({
    id: 'remove_domain',
    method: 'DELETE',
    path: `${PATH}/:domainId`,
    tag: 'settings',
    summary: 'Remove a host name.',
    permission: 'settings:write',
    audit: { action: 'domain.delete', entity: 'domain' },
    params: Type.Object({ domainId: idSchema }),
    response: one(Type.Object({ success: Type.Boolean(), id: idSchema })),
    async handle({ tx, params: { domainId } }) {
      if (!(await domainRecords.remove(tx, domainId))) throw notFound();
      return { answer: { data: { success: true, id: domainId } }, touched: [domainId] };
    },
  });
