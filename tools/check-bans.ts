import { resolve } from 'node:path';
import { codeFaults } from './code-bans.ts';
import { reportFindings, type Findings } from './fault.ts';
import { packageFaults } from './package-bans.ts';
import { isGenerated, readSourceFiles } from './source-files.ts';
import { machinePaths, textFaults } from './text-bans.ts';

const TEXT = /\.(tsx?|[cm]?js|json|md|sql|sh|ya?ml|txt|html|css|toml)$|^\.ci\/|^\.[\w.-]+$|^[A-Z]+$/;

/** What STYLE.md forbids and no other tool sees, over every text file that a person wrote. */
export async function checkBans(root: string): Promise<Findings> {
  const files = (await readSourceFiles(root, TEXT)).filter((file) => !file.path.endsWith('package-lock.json'));
  const machine = machinePaths(resolve(root));
  const code = files.filter((file) => /\.tsx?$/.test(file.path) && !isGenerated(file.path));
  const packages = files.filter((file) => file.path === 'package.json');
  const faults = [
    ...files.flatMap((file) => textFaults(file, machine)),
    ...code.flatMap(codeFaults),
    ...packages.flatMap(packageFaults),
  ];
  return { seen: `${files.length} files`, faults };
}

if (import.meta.main) await reportFindings('bans', checkBans);
