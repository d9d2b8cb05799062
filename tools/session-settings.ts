/** The text between the bracket at `open` and its partner, or to the end where none is. */
function insideBrackets(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  return text.slice(open + 1);
}

/** Arguments split at the commas that stand in no inner bracket and no SQL string. */
function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const sign of text) {
    if (sign === "'") quoted = !quoted;
    if (!quoted && sign === '(') depth += 1;
    if (!quoted && sign === ')') depth -= 1;
    if (!quoted && depth === 0 && sign === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts.map((part) => part.trim());
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/**
 * Lines (from 1) where SQL sets a setting for the session rather than for the transaction: `set_config` whose third
 * argument is not literally `true`, and `SET app.…` without LOCAL. Poolers hand such a session to the next tenant.
 */
export function sessionSettings(text: string): number[] {
  const calls = [...text.matchAll(/\bset_config\s*\(/gi)].filter((match) => {
    const given = splitArguments(insideBrackets(text, match.index + match[0].length - 1));
    return !/^(is_local\s*=>\s*)?true$/i.test(given[2] ?? '');
  });
  const plain = [...text.matchAll(/(?<!update\s+\S+\s+)\bset\s+(session\s+)?app\.\w+\s*(=|to\b)/gi)];
  return [...calls, ...plain].map((match) => lineAt(text, match.index));
}
