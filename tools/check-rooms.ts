import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult, IModule } from 'dependency-cruiser';
import ts from 'typescript';
import { reportFindings, type Findings, type HouseFault } from './fault.ts';
import { readSourceFiles, type SourceFile } from './source-files.ts';

const FOLDERS = ['src', 'web', 'test', 'bench', 'tools'];
const HOUSE = join(import.meta.dirname, '..');
const CRUISER = join(HOUSE, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Runs dependency-cruiser over the tree with the tree's own rules. Exit code 0 or not, its JSON is the answer. */
function cruise(root: string, folders: readonly string[]): Promise<ICruiseResult> {
  const command = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: MAX_OUTPUT_BYTES }, (error, output, complaint) => {
      if (output.startsWith('{')) resolve(JSON.parse(output) as ICruiseResult);
      else reject(new Error(`dependency-cruiser gave no result: ${complaint}`, { cause: error }));
    });
  });
}

const bare = (name: string): string => name.replace(/^node:/, '');

/** The imports the compiler finds and the cruiser did not: a rule can not bind what it does not see. */
function unseenImports(file: SourceFile, module: IModule): HouseFault[] {
  const seen = new Set(module.dependencies.map((dependency) => bare(dependency.module)));
  const written = ts.preProcessFile(file.text, true, true).importedFiles.map((imported) => imported.fileName);
  const missed = [...new Set(written)].filter((name) => !seen.has(bare(name)));
  return missed.map((name) => ({ file: file.path, message: `the room rules did not see the import of ${name}.` }));
}

function unseen(files: readonly SourceFile[], result: ICruiseResult): HouseFault[] {
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const faults = files.flatMap((file) => {
    const module = modules.get(file.path);
    if (module === undefined) return [{ file: file.path, message: 'the room rules did not see this file.' }];
    return unseenImports(file, module);
  });
  if (result.summary.totalCruised >= files.length && files.length > 0) return faults;
  const message = `${result.summary.totalCruised} modules were cruised where ${files.length} source files stand.`;
  return [...faults, { file: '.', message }];
}

/**
 * The room rules of `.dependency-cruiser.cjs` over the whole tree. A parser that sees nothing would pass them all, so
 * it is also a fault when a source file or an import in it went unseen.
 */
export async function checkRooms(root: string): Promise<Findings> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const files = await readSourceFiles(root, new RegExp(`^(${folders.join('|')})/.*(?<!\\.d)\\.tsx?$`));
  const result = await cruise(root, folders);
  const broken = result.summary.violations.map(({ from, to, rule }) => ({
    file: from,
    message: `imports ${to}: ${rule.name}.`,
  }));
  const { totalCruised, totalDependenciesCruised } = result.summary;
  const seen = `${files.length} files, ${totalCruised} modules, ${totalDependenciesCruised ?? 0} imports`;
  return { seen, faults: [...broken, ...unseen(files, result)] };
}

if (import.meta.main) await reportFindings('rooms', checkRooms);
