import path from 'node:path';
import type { Settings } from '../../../platform/config/index.ts';
import { rootSecretOf } from '../../compose/root-secret.ts';
import { deriveSecrets, type DerivedSecrets } from '../../compose/secrets.ts';
import { fine, type Finding, problem, warning } from './finding.ts';
import { HAS_MODES, lookAt, modeText } from './look-at-file.ts';
import { reasonOf } from './run-checks.ts';

const COPY =
  'Keep a copy in another place, and try it once a year. ' +
  'If the key is lost, nothing that was sealed can be read again, by anybody.';

/** Where the root key is, who may read it, and whether it can be one. */
export async function checkRootKey(settings: Settings): Promise<Finding[]> {
  const { rootKey, dataDir } = settings;
  if (rootKey) {
    return [
      fine(
        `CAREROUTE_ROOT_KEY holds ${rootKey.reveal().length} bytes. Keep a copy in another place than this machine.`,
      ),
    ];
  }
  const file = path.join(dataDir, 'root.key');
  const found = await lookAt(file);
  if (!found) {
    const databases = await lookAt(path.join(dataDir, 'postgres'));
    if (!databases) return [fine('There is none yet; the first start makes it, and says where.')];
    return [
      problem(
        `${file} is gone, but databases made with it are here.`,
        'Put the key back from its copy, or set CAREROUTE_ROOT_KEY. Without it nothing sealed can be read.',
      ),
    ];
  }
  const findings: Finding[] = [];
  if (HAS_MODES && (found.mode & 0o077) !== 0) {
    findings.push(
      problem(
        `${file} has mode ${modeText(found)}: others may read it.`,
        `chmod 600 ${file}, and think about who has read it.`,
      ),
    );
  }
  const held = await heldKey(settings);
  if (!Buffer.isBuffer(held)) return [...findings, problem(held.message, held.remedy)];
  const message = `${file} holds the root key, 32 bytes. Whether a copy exists elsewhere cannot be seen from here.`;
  return [...findings, warning(message, COPY)];
}

/** What follows from the root key; undefined when there is none yet, or none that can be read. Makes no key. */
export async function secretsIfAny(settings: Settings): Promise<DerivedSecrets | undefined> {
  if (!settings.rootKey && !(await lookAt(path.join(settings.dataDir, 'root.key')))) return undefined;
  const held = await heldKey(settings);
  return Buffer.isBuffer(held) ? deriveSecrets(held) : undefined;
}

/** The bytes of the key, or why there are none. Only for a key that exists. */
async function heldKey(settings: Settings): Promise<Buffer | { readonly message: string; readonly remedy: string }> {
  try {
    return (await rootSecretOf(settings)).bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      const remedy = 'Run careroute doctor as the user that runs Careroute.';
      return { message: `This user may not read ${path.join(settings.dataDir, 'root.key')}.`, remedy };
    }
    return { message: reasonOf(error), remedy: 'Put the key back from its copy.' };
  }
}
