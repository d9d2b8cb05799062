import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const MANUALS = path.join(import.meta.dirname, '..', '..', 'docs', 'operate');

/** The code of a manual's section as readers copy it. Fails when it is gone. */
export interface Manual {
  /** The `number`-th block, from 1, of a language below a heading; '' is a block without a language. */
  block(heading: string, language: string, number?: number): string;
}

export async function readManual(name: string): Promise<Manual> {
  const text = await readFile(path.join(MANUALS, name), 'utf8');
  return {
    block(heading, language, number = 1) {
      const section = text.split(/^##+ /m).find((part) => part.startsWith(`${heading}\n`));
      assert.ok(section, `${name} has no section "${heading}"`);
      const blocks = [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === language);
      const code = blocks[number - 1]?.[2];
      assert.ok(code, `"${heading}" of ${name} has no block ${number} of ${language}`);
      return code;
    },
  };
}

/** The text with each example of a manual replaced by what it stands for here. Fails when an example is gone. */
export function withReal(text: string, real: Readonly<Record<string, string>>): string {
  return Object.entries(real).reduce((changed, [example, actual]) => {
    assert.ok(changed.includes(example), `the manual no longer says ${example}`);
    return changed.replaceAll(example, actual);
  }, text);
}
