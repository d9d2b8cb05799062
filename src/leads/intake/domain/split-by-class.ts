import { DEFAULT_PHI_CLASS, extensionFieldOf, type FieldDefinition, type PhiClass } from './fields.ts';

/**
 * Groups values by PHI class, so that each class is sealed apart. Works for normalised fields and for originals.
 * The extension of a phone has the class of the phone; what nobody defined counts as health data.
 */
export function splitByClass<T>(
  values: Readonly<Record<string, T>>,
  definitions: Iterable<FieldDefinition>,
): Partial<Record<PhiClass, Readonly<Record<string, T>>>> {
  const classes = classesOf(definitions);
  const groups = new Map<PhiClass, [string, T][]>();
  for (const [name, value] of Object.entries(values)) {
    const phiClass = classes.get(name) ?? DEFAULT_PHI_CLASS;
    const group = groups.get(phiClass);
    if (group === undefined) groups.set(phiClass, [[name, value]]);
    else group.push([name, value]);
  }
  return Object.fromEntries([...groups].map(([phiClass, group]) => [phiClass, Object.fromEntries(group)]));
}

function classesOf(definitions: Iterable<FieldDefinition>): ReadonlyMap<string, PhiClass> {
  const classes = new Map<string, PhiClass>();
  const extensions: [string, PhiClass][] = [];
  for (const { name, type, phiClass } of definitions) {
    classes.set(name, phiClass);
    if (type === 'phone') extensions.push([extensionFieldOf(name), phiClass]);
  }
  for (const [name, phiClass] of extensions) if (!classes.has(name)) classes.set(name, phiClass);
  return classes;
}
