import type { Stats } from 'node:fs';
import { realpath, statfs } from 'node:fs/promises';
import path from 'node:path';
import { fine, type Finding, problem, warning } from './finding.ts';
import { HAS_MODES, lookAt, modeText } from './look-at-file.ts';

/** Below this intake refuses; see `disk_full` in the log. */
const LEAST_BYTES = 64 * 1024 * 1024;
const COMFORT_BYTES = 1024 * 1024 * 1024;

/** Owner, mode and free space of the data directory, and of the place the embedded databases really stand in. */
export async function checkDataDir({ dataDir }: { readonly dataDir: string }): Promise<Finding[]> {
  const found = await lookAt(dataDir);
  if (!found) return [fine(`${dataDir} does not exist yet; the first start makes it.`)];
  if (!found.isDirectory()) {
    return [problem(`${dataDir} is not a directory.`, 'Move it away, or set CAREROUTE_DATA_DIR to a directory.')];
  }
  const clusters = (await lookAt(path.join(dataDir, 'postgres')))
    ? [await realpath(path.join(dataDir, 'postgres'))]
    : [];
  const space = await Promise.all([dataDir, ...clusters].map(spaceFinding));
  const findings = [...accessFindings(dataDir, found), ...space.filter((finding) => finding.state !== 'ok')];
  return findings.length > 0 ? findings : space.slice(0, 1);
}

function accessFindings(dataDir: string, found: Stats): Finding[] {
  if (!HAS_MODES) return [];
  const findings: Finding[] = [];
  const uid = process.getuid?.();
  if (uid !== undefined && found.uid !== uid) {
    findings.push(
      problem(
        `${dataDir} belongs to user ${found.uid}; this is user ${uid}.`,
        'Run Careroute and its commands as the user that owns the directory.',
      ),
    );
  }
  if ((found.mode & 0o022) !== 0) {
    findings.push(
      problem(
        `${dataDir} has mode ${modeText(found)}: others may put files of their own in the place of ours.`,
        `Take the right to write away: chmod go-w ${dataDir}`,
      ),
    );
  }
  return findings;
}

async function spaceFinding(directory: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(directory);
  return judgeSpace(directory, bavail * bsize);
}

/** What so many free bytes mean. */
export function judgeSpace(directory: string, freeBytes: number): Finding {
  const free = `${directory} has ${sizeText(freeBytes)} free`;
  if (freeBytes < LEAST_BYTES)
    return problem(`${free}: intake refuses leads.`, 'Make room on that disk; intake goes on by itself.');
  if (freeBytes < COMFORT_BYTES)
    return warning(`${free}.`, `Make room; under ${sizeText(LEAST_BYTES)} intake refuses leads.`);
  return fine(`${free}.`);
}

function sizeText(bytes: number): string {
  const [size, unit] = bytes >= 1024 ** 3 ? [bytes / 1024 ** 3, 'GB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}
