import { mountRoutes, type Route } from '../../src/core/gate/index.ts';
import { createRequestLimits } from '../../src/core/gate/index.ts';
import { createTenancy } from '../../src/core/tenancy/index.ts';
import { allRoutes } from '../../src/entry/api.ts';
import { settingsOrComplain } from '../../src/entry/cli/settings.ts';
import { startCareroute } from '../../src/entry/compose/careroute.ts';
import { createEngine } from '../../src/entry/compose/engine.ts';
import { identityDeps } from '../../src/entry/compose/identity.ts';
import type { Runtime } from '../../src/entry/compose/runtime.ts';
import { startDemo } from '../../src/entry/demo/demo.ts';
import { createHttpServer } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createMail } from '../../src/platform/mail/index.ts';
import { createOutbound } from '../../src/platform/outbound/index.ts';
import type { Database, Session, Statement } from '../../src/platform/postgres/index.ts';
import { BOUNDLESS, checkCallers, type ChecksWanted, lookAgain } from './checks.ts';

/** What the parent process asks for. Each is answered when it is done. */
export type Asked =
  | { readonly kind: 'cpu' }
  | ({ readonly kind: 'check' } & ChecksWanted)
  | { readonly kind: 'look_again'; readonly key: string; readonly times: number };

export interface Told {
  /** Where leads are taken in. */
  readonly port: number;
  /** CPU seconds that this process has used. */
  readonly cpuSeconds: number;
  /** How often a group of leads asked about its keys. */
  readonly secondLooks: number;
}

const log = createLog({ level: 'error', destination: process.stderr });
const onProblem = (error: unknown): void => log.error('bench_problem', { error });

const settings = settingsOrComplain(true);
if (!settings) throw new Error('the settings of the bench are wrong');
const careroute = await startCareroute({ settings, log, onStep: () => {} });
const demo = await startDemo(careroute, () => {});
let secondLooks = 0;
const runtime = countingSecondLooks(careroute.runtime);
const engine = createEngine(runtime, createOutbound({ allowCidrs: [] }), onProblem);
const { publicUrl, dataDir } = settings;
const mail = createMail({ from: 'Careroute <careroute@example.test>', outboxDir: `${dataDir}/outbox` });
const identity = identityDeps(runtime, { mail, publicUrl, onProblem });
const routes = allRoutes(runtime, engine, { publicUrl, hasRoom: () => true, identity, onProblem });
const server = serve();
const port = await server.listen({ host: '127.0.0.1', port: 0 });

process.on('message', (asked: Asked) => void perform(asked).then(tell, onProblem));
process.once('disconnect', () => {
  const stop = async (): Promise<void> => {
    await server.close(1000);
    await demo.stop();
    await careroute.stop();
  };
  stop().catch(onProblem);
});
tell();

async function perform(asked: Asked): Promise<void> {
  const closed = routes.filter((route): route is Route => !('handleOpen' in route));
  if (asked.kind === 'check') await checkCallers(runtime, closed, asked);
  if (asked.kind === 'look_again') await lookAgain(runtime, demo.file.tenantId, asked.key, asked.times);
}

function tell(): void {
  const { user, system } = process.cpuUsage();
  const told: Told = { port, cpuSeconds: (user + system) / 1e6, secondLooks };
  process.send?.(told);
}

/** The product's routes behind the product's gate, on the runtime that counts. */
function serve() {
  if (!careroute.certificate) throw new Error('the demo has a certificate of its own');
  const { certPem, keyPem } = careroute.certificate;
  const made = createHttpServer({ tls: { certPem, keyPem, minVersion13Only: false }, onRequestError: () => {} });
  mountRoutes(made.app, routes, {
    authenticator: runtime.authenticator,
    tenancy: runtime.tenancy,
    identityTenancy: runtime.identityTenancy,
    clock: runtime.clock,
    limits: createRequestLimits(runtime.limiter, BOUNDLESS),
    publicOrigin: new URL(publicUrl).origin,
    onStranger: () => {},
    onAuditFailure: onProblem,
  });
  return made;
}

function countingSecondLooks(real: Runtime): Runtime {
  const counting = (session: Session): Session => ({
    query<Row>(statement: Statement): Promise<Row[]> {
      if (statement.name === 'api-keys-valid') secondLooks += 1;
      return session.query<Row>(statement);
    },
  });
  const app: Database = {
    ...real.app,
    transaction: (preamble, work) => real.app.transaction(preamble, (session) => work(counting(session))),
  };
  return { ...real, app, tenancy: createTenancy(app, real.secrets.contextKey, real.clock) };
}
