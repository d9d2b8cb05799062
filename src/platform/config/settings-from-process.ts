import type { Result } from '../../kernel/result.ts';
import { readSettings } from './read-settings.ts';
import type { SettingFault } from './setting.ts';
import type { Settings } from './settings.ts';

/** The settings of this process. The only place that reads `process.env`. */
export const settingsFromProcess = (options: { readonly demo: boolean }): Result<Settings, SettingFault[]> =>
  readSettings(process.env, { demo: options.demo, cwd: process.cwd() });
