import { Type } from 'typebox';
import { invalid } from '../../kernel/app-error.ts';
import type { Session } from '../../platform/postgres/index.ts';
import { recordAudit } from '../audit/index.ts';
import {
  defineOpenRoute,
  defineRoute,
  list,
  one,
  type OpenRoute,
  partlyAvailable,
  type Route,
  systemContext,
} from '../gate/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { Vault } from '../vault/index.ts';
import type { MakeToken } from './contact-tokens.ts';
import { listContacts } from './list-contacts.ts';
import { readContacts } from './read-contacts.ts';
import { readTerms } from './read-terms.ts';
import { addContact, listSuppressions, prepareTokens } from './suppression-routes.ts';
import { type ListTerms, tenantMeant } from './suppression-store.ts';
import {
  optOutBody,
  optOutQuery,
  suppressionAdded,
  suppressionCreate,
  suppressionItem,
  suppressionQuery,
} from './suppression-wire.ts';

export interface ComplianceRouteDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
  /** The identity role's pool: it finds the tenant that a stranger means. */
  readonly identity: Session;
}

const PATH = '/api/v1/compliance';
const resource = { resource: partlyAvailable(['block-list'], ['data-deletion']) };
const strict = { additionalProperties: false } as const;

/** The block list under its other name, and the way by which anybody opts out. */
export const complianceRoutes = (deps: ComplianceRouteDeps): (Route | OpenRoute)[] => [
  listRoute(),
  createRoute(deps.vault),
  optOutRoute(deps),
];

const listRoute = (): Route =>
  defineRoute({
    id: 'list_compliance',
    method: 'GET',
    path: PATH,
    tag: 'compliance',
    summary: 'The suppression list under its other name.',
    permission: 'suppression:read',
    audit: { action: 'suppression.list', entity: 'suppression' },
    query: Type.Object({ ...resource, ...suppressionQuery.properties }, strict),
    response: list(suppressionItem),
    handle: ({ tx, query, now }) => listSuppressions(tx, query, now),
  });

const createRoute = (vault: Vault): Route =>
  defineRoute({
    id: 'create_compliance_entry',
    method: 'POST',
    path: PATH,
    tag: 'compliance',
    status: 201,
    summary: 'List a contact, under the other name of the list.',
    permission: 'suppression:write',
    audit: { action: 'suppression.add', entity: 'suppression' },
    query: Type.Object(resource, strict),
    body: suppressionCreate,
    response: one(suppressionAdded),
    prepare: prepareTokens(vault),
    async handle({ tx, body: { type, value, ...rest }, caller, now, prepared }) {
      const terms = readTerms(rest, { source: 'added', createdBy: caller.actorId, now });
      return addContact({ tx, now, token: prepared as MakeToken, terms }, { type, value });
    },
  });

/** What a person is told, whether or not anybody knows the contact. */
const HEARD = 'Your wish is noted. Nobody is given this contact any more.';

const optOutRoute = ({ tenancy, vault, identity }: ComplianceRouteDeps): OpenRoute =>
  defineOpenRoute({
    id: 'opt_out',
    method: 'POST',
    path: `${PATH}/opt-out`,
    tag: 'compliance',
    summary: 'Opt out, for anybody: the contact is on the suppression list at once. Does not tell who is known.',
    audit: { action: 'suppression.opt_out', entity: 'suppression' },
    query: optOutQuery,
    body: optOutBody,
    response: one(Type.Object({ success: Type.Boolean(), message: Type.String() })),
    async handleOpen({ body, query, origin, now }) {
      const { identifier, identifierType, email, phone } = body;
      const contacts = readContacts([
        { field: 'identifier', type: identifierType, text: identifier },
        { field: 'email', type: 'email', text: email },
        { field: 'phone', type: 'phone', text: phone },
      ]);
      const tenantId = await tenantMeant(identity, body.tenant ?? query.tenant);
      if (tenantId === undefined) throw unknownTenant(body.tenant ?? query.tenant);
      const token = await vault.tokens(tenantId);
      await tenancy.withTenant(systemContext(tenantId), async (tx) => {
        const written = await listContacts({ tx, now, token, terms: OPT_OUT }, contacts);
        const entityIds = written.map(({ id }) => id);
        const event = { action: 'suppression.opt_out', entity: 'suppression', entityIds, outcome: 'done' } as const;
        // Without the address that it came from: it is the person's.
        await recordAudit(tx, now, [{ event, origin: { requestId: origin.requestId } }]);
      });
      return { answer: { data: { success: true, message: HEARD } } };
    },
  });

const OPT_OUT: ListTerms = {
  scope: 'global',
  scopeId: null,
  reason: 'opt_out',
  source: 'opt_out_form',
  displayName: null,
  expiresAt: null,
  createdBy: null,
};

const unknownTenant = (slug: string | undefined) =>
  invalid([
    {
      field: 'tenant',
      rule: slug === undefined ? 'required' : 'unknown_tenant',
      message: 'Say whom to tell: send as tenant the name that stands in the address of the page you came from.',
    },
  ]);
