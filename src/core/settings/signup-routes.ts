import { Type } from 'typebox';
import { defineRoute, one, requireSome, type Route } from '../gate/index.ts';
import { changeSignupSettings, signupSettings } from './signup-settings.ts';
import { signupSettings as shown, signupSettingsUpdate } from './wire.ts';

const PATH = '/api/superadmin/settings/signup';
const head = { path: PATH, tag: 'settings', permission: 'settings:signup' } as const;

/** Whether strangers may sign up: kept in the tenant that the installation itself is, where superadmins are. */
export const signupRoutes = (): Route[] => [
  defineRoute({
    ...head,
    id: 'get_signup_settings',
    method: 'GET',
    summary: 'Whether and how strangers may sign up.',
    audit: { action: 'signup_settings.read', entity: 'setting' },
    response: one(Type.Object(shown)),
    async handle({ tx }) {
      return { answer: { data: await signupSettings(tx) }, touched: [] };
    },
  }),
  defineRoute({
    ...head,
    id: 'update_signup_settings',
    method: 'PUT',
    summary: 'Change whether and how strangers may sign up.',
    audit: { action: 'signup_settings.update', entity: 'setting' },
    body: signupSettingsUpdate,
    response: one(Type.Object({ success: Type.Boolean(), ...shown })),
    async handle({ tx, body }) {
      requireSome(body, Object.keys(signupSettingsUpdate.properties));
      const { id, ...settings } = await changeSignupSettings(tx, body);
      const detail = { fields: Object.keys(body) };
      return { answer: { data: { success: true, ...settings } }, touched: [id], detail };
    },
  }),
];
