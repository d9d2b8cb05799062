import { type Fault, invalid } from '../../kernel/app-error.ts';
import { defineRoute, type Route } from '../gate/index.ts';
import { readSettings, saveSettings } from './save-settings.ts';
import { integrationUpdate, settingAnswer, settingQuery, settingUpdate } from './wire.ts';

const reading = { tag: 'settings', permission: 'settings:read' } as const;
const writing = { tag: 'settings', permission: 'settings:write' } as const;
const READ = { action: 'setting.read', entity: 'setting' };
const UPDATE = { action: 'setting.update', entity: 'setting' };
const INTEGRATIONS = 'integrations';

/** Values by category and key, which staff keeps. */
export const settingRoutes = (): Route[] => [readRoute(), updateRoute(), ...integrationRoutes()];

const readRoute = (): Route =>
  defineRoute({
    ...reading,
    id: 'get_settings',
    method: 'GET',
    path: '/api/v1/settings',
    summary: 'The settings of a category, or the one of a key.',
    audit: READ,
    query: settingQuery,
    response: settingAnswer,
    async handle({ tx, query: { category, key } }) {
      const settings = await readSettings(tx, category, key);
      const one = key === undefined ? {} : { key, value: Object.hasOwn(settings, key) ? settings[key] : null };
      return { answer: { data: { category, settings, ...one } }, touched: [], detail: { category } };
    },
  });

/** The two forms of a change: one value under its key, or a map of them. */
interface Change {
  readonly key?: string;
  readonly value?: unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const missing = (field: string, message: string): Fault => ({ field, rule: 'required', message });

function readChange({ key, value, settings }: Change) {
  if (settings !== undefined && (key !== undefined || value !== undefined)) {
    const message = 'Send settings, or key and value, but not both.';
    throw invalid([{ field: 'settings', rule: 'conflict', message }]);
  }
  if (settings !== undefined) {
    if (Object.keys(settings).length === 0) throw invalid([missing('settings', 'Send at least one setting.')]);
    return { given: settings, fieldOf: (name: string) => `settings.${name}` };
  }
  if (key === undefined)
    throw invalid([missing('settings', 'Send settings as a map, or one of them as key and value.')]);
  if (value === undefined) throw invalid([missing('value', 'Send the value, or null to take it away.')]);
  return { given: { [key]: value }, fieldOf: () => 'value' };
}

const updateRoute = (): Route =>
  defineRoute({
    ...writing,
    id: 'update_settings',
    method: 'PUT',
    path: '/api/v1/settings',
    summary: 'Keep settings of a category; others stay as they are, and null takes one away.',
    audit: UPDATE,
    body: settingUpdate,
    response: settingAnswer,
    async handle({ tx, body: { category, ...change } }) {
      const { given, fieldOf } = readChange(change);
      const touched = await saveSettings(tx, category, given, fieldOf);
      const settings = await readSettings(tx, category);
      return { answer: { data: { category, settings } }, touched, detail: { category, fields: Object.keys(given) } };
    },
  });

const integrationRoutes = (): Route[] => [
  defineRoute({
    ...reading,
    id: 'get_integration_settings',
    method: 'GET',
    path: '/api/v1/settings/integrations',
    summary: 'The settings of integrations.',
    audit: READ,
    response: settingAnswer,
    async handle({ tx }) {
      const settings = await readSettings(tx, INTEGRATIONS);
      const data = { category: INTEGRATIONS, settings };
      return { answer: { data }, touched: [], detail: { category: INTEGRATIONS } };
    },
  }),
  defineRoute({
    ...writing,
    id: 'update_integration_settings',
    method: 'PUT',
    path: '/api/v1/settings/integrations',
    summary: 'Keep settings of integrations; others stay as they are, and null takes one away.',
    audit: UPDATE,
    body: integrationUpdate,
    response: settingAnswer,
    async handle({ tx, body }) {
      const { given, fieldOf } = readChange(body);
      const touched = await saveSettings(tx, INTEGRATIONS, given, fieldOf);
      const settings = await readSettings(tx, INTEGRATIONS);
      const detail = { category: INTEGRATIONS, fields: Object.keys(given) };
      return { answer: { data: { category: INTEGRATIONS, settings } }, touched, detail };
    },
  }),
];
