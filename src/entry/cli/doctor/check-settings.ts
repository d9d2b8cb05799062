import type { Result } from '../../../kernel/result.ts';
import type { SettingFault, Settings } from '../../../platform/config/index.ts';
import { fine, type Finding, problem } from './finding.ts';

/** Every fault of the settings, or which of them are set; never a value. */
export function checkSettings(settings: Result<Settings, SettingFault[]>): Finding[] {
  if (!settings.ok) {
    return settings.error.map(({ variable, rule, message }) =>
      problem(`${variable} is at fault: ${rule.replaceAll('_', ' ')}.`, message),
    );
  }
  const { given } = settings.value;
  if (given.length === 0) return [fine('No variable is set; every setting has its default.')];
  return [fine(`Set: ${given.join(', ')}. Every other setting has its default.`)];
}
