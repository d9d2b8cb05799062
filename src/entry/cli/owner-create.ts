import { parseArgs } from 'node:util';
import { foundOwner } from '../../core/identity/index.ts';
import { installationTenant, tenantIds } from '../compose/tenants.ts';
import type { Command } from './command.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';
import { withRuntime } from './with-runtime.ts';

const OWNER_FORM = 'owner create EMAIL --tenant SLUG';
const SUPERADMIN_FORM = 'superadmin create EMAIL';

const isAddress = (text: string | undefined): text is string => text !== undefined && /^[^\s@]+@[^\s@]+$/.test(text);
const complain = (line: string): number => {
  process.stderr.write(`${line}\n`);
  return 2;
};

/** Says the link, or why there is none; gives the exit code. */
function tellLink(link: { readonly url: string } | undefined, email: string): number {
  if (!link) {
    process.stderr.write(
      `${email} has an account here already. Who forgot the password asks for a new one at sign-in.\n`,
    );
    return 1;
  }
  process.stdout.write(
    `Send this link to ${email}. It works once, for seven days:\n${link.url}\n` +
      'A password is chosen there, then a passkey or an authenticator app is set up.\n',
  );
  return 0;
}

export const ownerCreateCommand: Command = {
  name: 'owner create',
  form: OWNER_FORM,
  summary: 'Invite the first owner of a tenant; prints a link of one use.',
  async run(args) {
    const options = { tenant: { type: 'string' } } as const;
    const parsed = parsedOrComplain(OWNER_FORM, () => parseArgs({ args: [...args], options, allowPositionals: true }));
    if (!parsed) return 2;
    const [email, ...more] = parsed.positionals;
    const { tenant: slug } = parsed.values;
    if (!isAddress(email) || more.length > 0 || !slug)
      return complain(`EMAIL and --tenant: give an address and the slug of a tenant.\nUse: careroute ${OWNER_FORM}`);
    return withRuntime('Inviting the owner', async (runtime, { publicUrl }) => {
      const tenants = await tenantIds(runtime);
      const tenant = tenants.find((one) => one.slug === slug);
      if (!tenant)
        return complain(
          `--tenant: there is none with this slug. There are: ${tenants.map((one) => one.slug).join(', ') || 'none'}.`,
        );
      const role = tenant.kind === 'practice' ? 'practice_owner' : 'owner';
      const wish = { tenantId: tenant.tenantId, email, role, publicUrl, now: runtime.clock.now() } as const;
      return tellLink(await foundOwner(runtime.identityTenancy, wish), email);
    });
  },
};

export const superadminCreateCommand: Command = {
  name: 'superadmin create',
  form: SUPERADMIN_FORM,
  summary: 'Invite somebody who runs this installation and sees no tenant’s data; prints a link of one use.',
  async run(args) {
    const parsed = parsedOrComplain(SUPERADMIN_FORM, () => parseArgs({ args: [...args], allowPositionals: true }));
    if (!parsed) return 2;
    const [email, ...more] = parsed.positionals;
    if (!isAddress(email) || more.length > 0)
      return complain(`EMAIL: give an address.\nUse: careroute ${SUPERADMIN_FORM}`);
    return withRuntime('Inviting the superadmin', async (runtime, { publicUrl }) => {
      const { tenantId, slug } = await installationTenant(runtime);
      const wish = { tenantId, email, role: 'superadmin', publicUrl, now: runtime.clock.now() } as const;
      const code = tellLink(await foundOwner(runtime.identityTenancy, wish), email);
      if (code === 0)
        process.stdout.write(`Whoever has an account in a tenant too signs in here as organization "${slug}".\n`);
      return code;
    });
  },
};
