import ts from 'typescript';
import { reportFindings, type Findings, type HouseFault } from './fault.ts';
import { isGenerated, isTest, readSourceFiles, type SourceFile } from './source-files.ts';
import { lineOf, parseSource } from './syntax.ts';
import { USE_CASE_VERBS } from './use-case-verbs.ts';

const DOOR_LINES = 20;
const LAYERS = new Set(['kernel', 'platform', 'core', 'leads', 'patients', 'entry']);
/** A room with much may split these: `claim-store.ts` beside `store.ts`. */
const FURNITURE = /^(index|([a-z0-9]+-)*(store|routes|wire)|jobs|commands|events|controls|holdings)$/;
const VAGUE = /^(utils?|helpers?|common|managers?|services?)$/i;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|fixture|gen|d|config))?\.tsx?$/;

function nameFaults(path: string): HouseFault[] {
  const faults: HouseFault[] = [];
  const vague = path.split(/[/.-]/).find((word) => VAGUE.test(word));
  if (vague !== undefined) faults.push({ file: path, message: `"${vague}" names nothing: say what it is or does.` });
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.tsx?$/.test(name) && !KEBAB.test(name)) faults.push({ file: path, message: 'file names are kebab-case.' });
  return faults;
}

function doorFaults(file: SourceFile): HouseFault[] {
  if (!/^src\/.*\/index\.ts$/.test(file.path)) return [];
  const faults: HouseFault[] = [];
  const lines = file.text.replace(/\n$/, '').split('\n').length;
  if (lines > DOOR_LINES) faults.push({ file: file.path, message: `a door of ${lines} lines, over ${DOOR_LINES}.` });
  for (const statement of parseSource(file).statements) {
    const named =
      ts.isExportDeclaration(statement) &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause) &&
      statement.moduleSpecifier !== undefined;
    if (named) continue;
    const message = 'a door holds only explicit named exports: export { name } from "./file.ts".';
    faults.push({ file: file.path, line: lineOf(statement), message });
  }
  return faults;
}

const isUseCase = (name: string): boolean => {
  const [verb = '', ...nouns] = name.split('-');
  return USE_CASE_VERBS.has(verb) && nouns.length > 0;
};

/** What may stand in a room: `domain/` as the only folder; in a product also only furniture and use cases. */
function roomFaults(path: string): HouseFault[] {
  const [top, layer = '', ...rest] = path.split('/');
  if (top !== 'src' || !path.endsWith('.ts')) return [];
  if (!LAYERS.has(layer)) return [{ file: path, message: `src/ holds only ${[...LAYERS].join(', ')}.` }];
  if (layer === 'kernel' || layer === 'entry') return [];
  const [room = '', ...inside] = rest;
  const [first = '', second] = inside;
  if (inside.length === 0) return [{ file: path, message: `${room} belongs into a room of src/${layer}/.` }];
  if (second !== undefined) {
    const deep = first !== 'domain' || inside.length > 2;
    return deep ? [{ file: path, message: 'a room has one folder, domain/, and it is flat.' }] : [];
  }
  const name = first.replace(/\.ts$/, '');
  const free = layer === 'platform' || layer === 'core' || isTest(path);
  if (free || FURNITURE.test(name) || isUseCase(name)) return [];
  const message = 'neither furniture nor a use case named verb-noun (verbs: tools/use-case-verbs.ts).';
  return [{ file: path, message }];
}

/** Names, doors and furniture: the folder listing reads as the feature list. */
export async function checkFurniture(root: string): Promise<Findings> {
  const files = await readSourceFiles(root, /^(src|web|test|bench|tools|db)\/.*\.(tsx?|sql)$/);
  const own = files.filter((file) => !isGenerated(file.path));
  const faults = own.flatMap((file) => [...nameFaults(file.path), ...doorFaults(file), ...roomFaults(file.path)]);
  return { seen: `${own.length} files`, faults };
}

if (import.meta.main) await reportFindings('furniture', checkFurniture);
