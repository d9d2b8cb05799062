import type { Clock } from '../../kernel/time.ts';
import { isId } from '../../kernel/ids.ts';
import { SYSTEM_ACTOR_ID, type TenantContext } from '../tenancy/index.ts';

export { SYSTEM_ACTOR_ID };

/** What Careroute does of its own accord, in one tenant. */
export const systemContext = (tenantId: string): TenantContext => ({
  tenantId,
  actor: { kind: 'system', id: SYSTEM_ACTOR_ID },
});

/** A job's payload: ids only. Personal data never waits in a queue. */
export type JobPayload = Readonly<Record<string, string>> & { readonly tenantId: string };

export interface JobSpec {
  readonly name: string;
  /** Names of the ids that the payload holds besides `tenantId`. */
  readonly ids: readonly string[];
  readonly audit: { readonly action: string; readonly entity: string };
  /** Does the work; opens its own transactions through the context and writes its audit rows in them. */
  handle(job: { readonly context: TenantContext; readonly payload: JobPayload; readonly now: Date }): Promise<void>;
}

export interface Job {
  readonly name: string;
  run(payload: unknown): Promise<void>;
}

/** Declares a job; a payload that is not ids is refused before anything is done. */
export function defineJob(spec: JobSpec, clock: Clock): Job {
  return {
    name: spec.name,
    async run(raw) {
      const payload = readPayload(spec, raw);
      await spec.handle({ context: systemContext(payload.tenantId), payload, now: clock.now() });
    },
  };
}

function readPayload(spec: JobSpec, raw: unknown): JobPayload {
  const given = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const names = ['tenantId', ...spec.ids];
  const values = names.map((name) => {
    const value = given[name];
    if (typeof value !== 'string' || !isId(value)) throw new TypeError(`job ${spec.name} lacks the id ${name}`);
    return [name, value] as const;
  });
  const payload = Object.fromEntries(values);
  return { ...payload, tenantId: payload['tenantId'] ?? '' };
}
