import { parseArgs } from 'node:util';
import { settingsFromProcess } from '../../platform/config/index.ts';
import type { Command } from './command.ts';
import { examine, NAME_WIDTH } from './doctor/examine.ts';
import type { NamedFinding } from './doctor/finding.ts';
import { findingsJson, findingText, isWell, verdictText } from './doctor/render.ts';
import { parsedOrComplain } from './parsed-or-complain.ts';

const FORM = 'doctor [--json]';
const MOST_COLUMNS = 120;

export const doctorCommand: Command = {
  name: 'doctor',
  form: FORM,
  summary: 'Check settings, keys, TLS, databases and more; says what is wrong and what to do, and changes nothing.',
  async run(args) {
    const parsed = parsedOrComplain(FORM, () =>
      parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } }, strict: true }),
    );
    if (!parsed) return 2;
    const columns = Math.min(process.stdout.columns || MOST_COLUMNS, MOST_COLUMNS);
    const findings: NamedFinding[] = [];
    await examine(settingsFromProcess({ demo: false }), (finding) => {
      findings.push(finding);
      if (!parsed.values.json) process.stdout.write(findingText(finding, NAME_WIDTH, columns));
    });
    process.stdout.write(parsed.values.json ? findingsJson(findings) : `\n${verdictText(findings)}`);
    return isWell(findings) ? 0 : 1;
  },
};
