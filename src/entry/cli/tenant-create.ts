import { parseArgs } from 'node:util';
import { isReservedSlug, RESERVED_SLUG } from '../../core/tenancy/index.ts';
import { isTimeZone } from '../../kernel/time.ts';
import { foundTenant } from '../compose/tenants.ts';
import type { Command } from './command.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';
import { withRuntime } from './with-runtime.ts';

const FORM = 'tenant create NAME --slug SLUG --time-zone ZONE';

export const tenantCreateCommand: Command = {
  name: 'tenant create',
  form: FORM,
  summary: 'Make a tenant; prints its first admin key, once.',
  async run(args) {
    const options = { slug: { type: 'string' }, 'time-zone': { type: 'string' } } as const;
    const parsed = parsedOrComplain(FORM, () => parseArgs({ args: [...args], options, allowPositionals: true }));
    if (!parsed) return 2;
    const [name, ...more] = parsed.positionals;
    const { slug, 'time-zone': timeZone } = parsed.values;
    const faults = [
      ...(name && more.length === 0 ? [] : ['NAME: give the name of the organisation, in quotes if it has spaces.']),
      ...(slug && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(slug)
        ? []
        : ['--slug: give lower-case letters, digits and hyphens, at most 63.']),
      ...(slug && isReservedSlug(slug) ? [`--slug: ${RESERVED_SLUG}`] : []),
      ...(timeZone && isTimeZone(timeZone)
        ? []
        : ['--time-zone: give a zone such as America/Chicago; days and caps are counted in it.']),
    ];
    if (!name || !slug || !timeZone || faults.length > 0) {
      process.stderr.write(`${faults.join('\n')}\nUse: careroute ${FORM}\n`);
      return 2;
    }
    return withRuntime('Making the tenant', async (runtime) => {
      const { tenantId, adminKey } = await foundTenant(runtime, { slug, name, timeZone, isDemo: false });
      process.stdout.write(
        `Tenant ${tenantId}\nAdmin key (shown once): ${adminKey}\n` +
          `Next, invite its owner: careroute owner create EMAIL --tenant ${slug}\n`,
      );
      return 0;
    });
  },
};
