import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The product's own sources, with their comments taken out, by path. */
const sources = new Map(
  globSync('src/**/*.ts', { cwd: ROOT })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [file, withoutComments(readFileSync(path.join(ROOT, file), 'utf8'))] as const),
);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

/** Files in which something stands, sorted. */
const filesWith = (pattern: RegExp): string[] =>
  [...sources].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).toSorted();

/** Who opens what is sealed of a person, each with the reason. A surface that shows something is never among them. */
const OPENERS: Readonly<Record<string, string>> = {
  'src/core/access/reveal.ts': 'the one path from what is sealed to what is shown',
  'src/leads/imports/open-file.ts': 'a file that was sent, to be read; and for the export to the person',
  'src/leads/intake/open-details.ts': 'what contracts asked, told by the same rules; and for the export to the person',
  'src/leads/intake/open-export.ts':
    'a file of leads as it was revealed to its maker, for the maker; and for the export to the person',
  'src/leads/intake/open-lead.ts': 'a whole lead, for its next contract and for the export to the person',
  'src/leads/intake/reveal-lead.ts': 'the reason of a reveal, for the export to the person',
  'src/leads/acts/seal-note.ts': 'what people wrote beside a lead, for who sees all of it; and for the export',
  'src/leads/people/seal-facts.ts': 'what was written down of a person by hand, for the export to the person',
  'src/leads/sessions/seal-data.ts': 'what a form answered so far, for that form; and for the export to the person',
  'src/leads/sales/holdings.ts': 'what a buyer got and answered, for the export to the person',
};

/** `open` of something that holds no data of a person. */
const OTHER_OPENS = ['src/core/vault/pkcs11-sessions.ts'];

/** Who may call what opens without asking any rule, each with the reason. */
const UNRULED: Readonly<Record<string, readonly [name: string, reason: string][]>> = {
  openLead: [
    ['src/leads/acts/take-lead.ts', 'sells by hand: decides, and seals for the contract what it licenses'],
    ['src/leads/delivery/reserve-next.ts', 'seals for the next contract what it licenses'],
    ['src/leads/intake/explain-lead.ts', 'decides again, and tells of a field what its listener may see'],
  ],
  openClass: [['src/leads/intake/correct-contact.ts', 'seals it anew with what was corrected']],
  openWholeLead: [['src/leads/intake/holdings.ts', 'exports to the person']],
  openData: [
    ['src/leads/sessions/holdings.ts', 'exports to the person'],
    ['src/leads/sessions/read-routes.ts', 'gives the form, or the key that opened it, what it sent; others get masks'],
    ['src/leads/sessions/submit-session.ts', 'makes the lead of it'],
    ['src/leads/sessions/write-session.ts', 'merges the next step'],
  ],
  openFile: [
    ['src/leads/imports/count-records.ts', 'counts the records'],
    ['src/leads/imports/run-import.ts', 'makes leads of the rows'],
  ],
  openBeginning: [
    ['src/leads/imports/file-routes.ts', 'shows the first line where it looks like names of columns, and no other'],
    ['src/leads/imports/preview-routes.ts', 'gives the sender what was sent, where no rule hides any field'],
    ['src/leads/imports/step-routes.ts', 'counts the columns'],
  ],
  openRow: [['src/leads/imports/holdings.ts', 'exports to the person']],
  openDetails: [
    ['src/leads/intake/explain-lead.ts', 'knows by them which cap was reached, and tells what its listener may see'],
    ['src/leads/intake/holdings.ts', 'exports to the person'],
  ],
  openPart: [
    ['src/leads/intake/export-job-routes.ts', 'gives the maker what was revealed to the maker, while that is the same'],
    ['src/leads/intake/holdings.ts', 'exports to the person'],
  ],
  openNote: [
    ['src/leads/acts/holdings.ts', 'exports to the person'],
    ['src/leads/acts/note-routes.ts', 'shows it to who sees every class in clear, and to nobody else'],
    ['src/leads/people/note-routes.ts', 'shows it to who sees every class in clear, and to nobody else'],
    ['src/leads/people/timeline-routes.ts', 'shows it to who sees every class in clear, and to nobody else'],
  ],
  openFacts: [['src/leads/people/holdings.ts', 'exports to the person']],
  openReason: [['src/leads/intake/holdings.ts', 'exports to the person']],
};

/** Who shows what is sealed, each by the rules that its surface has. */
const SURFACES: Readonly<Record<string, string>> = {
  'src/leads/delivery/prepare-sale.ts': 'a buyer by webhook: what its contract licenses',
  'src/leads/intake/reveal-lead.ts': 'a person or key behind masks, with a reason: never what is hidden',
  'src/leads/intake/show-lead.ts': 'a person or key by the API: what account, key and rules allow',
  'src/leads/people/show-facts.ts': 'a person or key by the API: what account, key and rules allow',
  'src/leads/intake/show-reveals.ts': 'who examines the trail: never where a class is hidden from them',
};

test('sealed values are opened by a few files only, and by no surface itself', () => {
  assert.deepEqual(filesWith(/\.open\(/), [...Object.keys(OPENERS), ...OTHER_OPENS].toSorted());
});

test('the open of a vault is taken out of it under no other name', () => {
  assert.deepEqual(filesWith(/[vV]ault(?:\.open\b(?!\()|\??\[)|\{[^{}]*\bopen\b[^{}]*\}\s*=\s*(?:\w+\.)*vault\b/), []);
});

test('what opens without asking the rules is called by those only who show nothing of it', () => {
  for (const [name, allowed] of Object.entries(UNRULED)) {
    const callers = filesWith(new RegExp(`import[^;]*\\b${name}\\b[^;]*;`));
    const rooms = callers.filter((file) => !file.endsWith('/index.ts'));
    assert.deepEqual(rooms, allowed.map(([file]) => file).toSorted(), name);
  }
});

test('every surface that shows sealed values goes through reveal', () => {
  const importers = filesWith(/import \{[^}]*\breveal\b[^}]*\} from '[^']*core\/access\//);
  assert.deepEqual(importers, Object.keys(SURFACES).toSorted());
});
