import { actorOf, behindGlass, loadFieldView } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { createPerson } from './create-person.ts';
import { type PeopleRouteDeps, requirePerson, showPeople, withLeads } from './show-people.ts';
import { personAnswer, personCreateBody } from './wire.ts';

export const createRoute = (deps: PeopleRouteDeps): Route =>
  defineRoute({
    id: 'create_person',
    method: 'POST',
    path: '/api/v1/people',
    tag: 'people',
    status: 201,
    summary: 'Write down a person before a lead of theirs comes; later leads by the e-mail, or the phone, are theirs.',
    permission: 'people:write',
    audit: { action: 'person.create', entity: 'person' },
    body: personCreateBody,
    response: personAnswer,
    async handleAlone({ caller, origin, body: { tags = [], firstName, lastName, email, phone } }) {
      const { tenancy, vault } = deps;
      const personId = await createPerson(deps, { caller, origin, facts: { firstName, lastName, email, phone }, tags });
      // Masked: who it is was said by the caller, and is shown by the routes that read.
      const { view, found } = await tenancy.readTenant(
        { tenantId: caller.tenantId, actor: actorOf(caller) },
        async (tx) => ({
          view: behindGlass(await loadFieldView(tx, caller), true),
          found: await withLeads(tx, [await requirePerson(tx, personId)]),
        }),
      );
      const [data] = (await showPeople({ vault, caller, view }, found)).shown;
      if (!data) throw notFound();
      return { answer: { data }, audited: true };
    },
  });
