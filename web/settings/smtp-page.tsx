import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { settingsTexts as t } from '../texts/settings.ts';
import { needed } from '../ui/form/rules.ts';
import { Status } from '../ui/status.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { Collection } from './collection.ts';
import { CollectionPage } from './collection-page.tsx';

type Account = Ok<'/api/v1/settings/smtp', 'get'>['data'][number];
type AccountValues = {
  readonly host: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  readonly fromEmail: string;
  readonly fromName: string;
  readonly isActive: boolean;
};

const MOST_PORT = 65_535;
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_PORT;

const settingsOf = ({ host, port, username, fromEmail, fromName, isActive }: AccountValues) => ({
  host: host.trim(),
  port: Number(port),
  username: username.trim(),
  fromEmail: fromEmail.trim(),
  fromName: fromName.trim() === '' ? null : fromName.trim(),
  status: isActive ? ('active' as const) : ('inactive' as const),
});
const path = (smtpAccountId: string) => ({ params: { path: { smtpAccountId } } });

const ACCOUNTS: Collection<Account, AccountValues> = {
  name: 'smtp',
  title: t.smtp,
  state: t.smtpState,
  one: t.smtpAccount,
  columns: [
    { id: 'host', label: t.host, sort: 'host', cell: ({ host }) => host },
    { id: 'port', label: t.port, cell: ({ port }) => port, numeric: true },
    { id: 'username', label: t.username, cell: ({ username }) => username },
    { id: 'from', label: t.fromEmail, sort: 'fromEmail', cell: ({ fromEmail }) => fromEmail },
    { id: 'status', label: t.status, cell: ({ status }) => <Status value={status} /> },
  ],
  empty: { title: t.noSmtp, text: t.noSmtpText },
  load: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/settings/smtp', { params: { query: offsetQuery(wish) } }))),
  nameOf: ({ host }) => host,
  blank: { host: '', port: '465', username: '', password: '', fromEmail: '', fromName: '', isActive: true },
  valuesOf: ({ host, port, username, fromEmail, fromName, status }) => ({
    host,
    port: String(port),
    username,
    password: '',
    fromEmail,
    fromName: fromName ?? '',
    isActive: status === 'active',
  }),
  rules: {
    host: needed,
    port: (value) => (isPort(value.trim()) ? null : t.portFault),
    username: needed,
    fromEmail: needed,
  },
  fields: (form, row) => <AccountFields form={form} isNew={row === undefined} />,
  make: (values) =>
    answerOf(api.POST('/api/v1/settings/smtp', { body: { ...settingsOf(values), password: values.password } })),
  change: (id, values) => {
    const password = values.password === '' ? {} : { password: values.password };
    const body = { ...settingsOf(values), ...password };
    return answerOf(api.PUT('/api/v1/settings/smtp/{smtpAccountId}', { ...path(id), body }));
  },
  remove: (id) => answerOf(api.DELETE('/api/v1/settings/smtp/{smtpAccountId}', path(id))),
  removeEffect: t.smtpRemove,
};

interface AccountFieldsProps {
  readonly form: UseFormReturnType<AccountValues>;
  readonly isNew: boolean;
}

const AccountFields = ({ form, isNew }: AccountFieldsProps) => (
  <>
    <TextInput label={t.host} description={t.hostHint} maxLength={254} {...form.getInputProps('host')} />
    <TextInput
      label={t.port}
      description={t.portHint}
      inputMode="numeric"
      className="figures"
      {...form.getInputProps('port')}
    />
    <TextInput label={t.username} autoComplete="off" maxLength={255} {...form.getInputProps('username')} />
    <PasswordInput
      label={t.smtpPassword}
      description={isNew ? t.smtpPasswordNew : t.smtpPasswordKept}
      autoComplete="new-password"
      {...form.getInputProps('password')}
    />
    <TextInput label={t.fromEmail} type="email" maxLength={254} {...form.getInputProps('fromEmail')} />
    <TextInput label={t.fromName} maxLength={255} {...form.getInputProps('fromName')} />
    <Checkbox label={t.active} {...form.getInputProps('isActive', { type: 'checkbox' })} />
  </>
);

/** Mail servers of the organization's own. */
export default function SmtpPage() {
  return <CollectionPage of={ACCOUNTS} />;
}
