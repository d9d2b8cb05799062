export { isLoopbackHost } from './read-networks.ts';
export { readSettings, type ReadOptions } from './read-settings.ts';
export { type Secret, secretOf } from './secret.ts';
export type { FileReader, Setting, SettingFault } from './setting.ts';
export type { DatabaseSettings, KeyProviderSettings, Settings } from './settings.ts';
export { settingsFromProcess } from './settings-from-process.ts';
export { faultLines } from './settings-manual.ts';
