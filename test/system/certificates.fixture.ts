import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { accountDirectory, giveToAccount, programOf, runTo } from './debian.fixture.ts';
import { readManual, withReal } from './manual.fixture.ts';

const manual = await readManual('external-postgres.md');

/**
 * Authority, server certificate and client certificate as the manual makes them, in one directory: `ca`, `server`,
 * `client`, each with `.crt` and `.key`. The server is known by its address.
 */
export async function makeCertificates(host: string): Promise<string> {
  programOf('openssl', '/usr/bin/openssl');
  const directory = path.join(await accountDirectory(), 'certificates');
  await mkdir(directory, { mode: 0o700 });
  const script = withReal(manual.block('Certificates', 'sh'), { 'DNS:db.example.internal': `IP:${host}` });
  await runTo('/bin/bash', ['-euo', 'pipefail'], { cwd: directory, input: script });
  return directory;
}

/** Copies files for a server that runs under the unprivileged account, and may read them alone. */
export async function takeCertificates(from: string, to: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const copy = path.join(to, name);
    await copyFile(path.join(from, name), copy);
    await giveToAccount(copy);
  }
}

/** The parameters of an address that prove both ends by these files. */
export const provenBy = (directory: string): string =>
  `sslmode=verify-full&sslrootcert=${directory}/ca.crt&sslcert=${directory}/client.crt&sslkey=${directory}/client.key`;
