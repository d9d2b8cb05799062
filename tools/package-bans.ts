import type { HouseFault } from './fault.ts';
import type { SourceFile } from './source-files.ts';

const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/;
const BLOCKS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function loosePins(block: unknown): string[] {
  if (!isRecord(block)) return [];
  return Object.entries(block).flatMap(([name, version]) => {
    if (isRecord(version)) return loosePins(version);
    return typeof version === 'string' && EXACT.test(version) ? [] : [name];
  });
}

/** package.json pins every dependency to one version and can not be published by mistake. */
export function packageFaults(file: SourceFile): HouseFault[] {
  const content: unknown = JSON.parse(file.text);
  if (!isRecord(content)) return [{ file: file.path, message: 'not a JSON object.' }];
  const loose = BLOCKS.flatMap((block) => loosePins(content[block]));
  const faults = loose.map((name) => ({ file: file.path, message: `${name} is not pinned to one exact version.` }));
  if (content['private'] === true) return faults;
  return [...faults, { file: file.path, message: '"private": true is missing: a published copy would not run.' }];
}
