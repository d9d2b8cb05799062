import { defineRoute, type Route } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { invalid, notFound } from '../../kernel/app-error.ts';
import { answerReading } from '../intake/index.ts';
import { describeCheck } from './domain/describe-check.ts';
import type { CheckKind } from './domain/judge-checks.ts';
import { readTestContact, usualTestContact } from './domain/test-contact.ts';
import type { RequestCheck } from './request-check.ts';
import { vendorFind } from './store.ts';
import { tryAnswer, tryBody, vendorParams } from './wire.ts';

export interface TrialRouteDeps {
  readonly tenancy: Tenancy;
  readonly requestCheck: RequestCheck;
}

/** Asks a vendor about a contact of nobody, so that whoever sets it up sees what it says. */
export function trialRoute(deps: TrialRouteDeps): Route {
  const audit = { action: 'check_vendor.try', entity: 'check_vendor' } as const;
  return defineRoute({
    id: 'try_check_vendor',
    method: 'POST',
    path: '/api/v1/check-vendors/:checkVendorId/try',
    tag: 'check_vendors',
    summary: 'Ask a vendor about a number or an address of nobody. Nothing of a lead is sent, and nothing is kept.',
    permission: 'checks:write',
    audit,
    params: vendorParams,
    body: tryBody,
    response: tryAnswer,
    async handleAlone(request) {
      const { caller, params, body } = request;
      return answerReading(deps.tenancy, request, audit, {
        async read(tx) {
          const vendor = await vendorFind(tx, params.checkVendorId);
          if (!vendor) throw notFound();
          return { vendor, value: contactOf(vendor.kind, body.value) };
        },
        async show({ vendor, value }) {
          // Nobody's number is no health data, so no agreement is needed to ask about it.
          const question = { tenantId: caller.tenantId, vendor, value, regime: 'none' };
          const { outcome, reference, durationMs } = await deps.requestCheck(question);
          const text = describeCheck(vendor.kind, outcome);
          return {
            answer: { data: { value, result: outcome, reference, durationMs, text } },
            entityIds: [vendor.vendorId],
            phiClasses: [],
            detail: { result: outcome },
          };
        },
      });
    },
  });
}

function contactOf(kind: CheckKind, given: string | undefined): string {
  if (given === undefined) return usualTestContact(kind);
  const value = readTestContact(kind, given);
  if (value !== undefined) return value;
  const message =
    kind === 'email'
      ? 'May be somebody’s. Send an address at example.com.'
      : 'May be somebody’s. Send a number such as 202-555-0142: 555-0100 to 555-0199 are nobody’s.';
  throw invalid([{ field: 'value', rule: 'not_fictional', message }]);
}
