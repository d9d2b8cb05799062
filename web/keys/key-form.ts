import type { UseFormReturnType } from '@mantine/form';
import { dayOf, endOfDay } from '../people-access/access-day.ts';
import { formTexts } from '../texts/forms.ts';
import { keyTexts as t } from '../texts/keys.ts';
import { needed, wholeOrBlank } from '../ui/form/rules.ts';
import { type ApiKey, type KeyChange, type KeyKind, type NewKey, type Scope, usualScopes } from './key-types.ts';

/** A key as a form has it. */
export type KeyValues = {
  readonly name: string;
  readonly kind: KeyKind;
  readonly buyerId: string;
  readonly partnerId: string;
  readonly campaignId: string;
  readonly scopes: Scope[];
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  /** One on a line. */
  readonly allowedCidrs: string;
  readonly expiresAt: string;
  readonly rateLimitPerMinute: string;
};

export type KeyFormState = UseFormReturnType<KeyValues>;

const MOST_A_MINUTE = 1_000_000;
const neededFor =
  (kind: KeyKind) =>
  (value: string, values: KeyValues): string | null =>
    values.kind === kind && value === '' ? formTexts.needed : null;

export const KEY_RULES = {
  name: needed,
  buyerId: neededFor('buyer'),
  partnerId: neededFor('partner'),
  campaignId: neededFor('posting'),
  scopes: (value: Scope[]) => (value.length === 0 ? t.noScope : null),
  rateLimitPerMinute: wholeOrBlank(1, MOST_A_MINUTE),
};

export const newKeyValues = (kind: KeyKind): KeyValues => ({
  name: '',
  kind,
  buyerId: '',
  partnerId: '',
  campaignId: '',
  scopes: usualScopes(kind),
  readOnly: false,
  piiAccess: false,
  allowedCidrs: '',
  expiresAt: '',
  rateLimitPerMinute: '',
});

export const keyValuesOf = (key: ApiKey): KeyValues => ({
  name: key.name,
  kind: key.kind,
  buyerId: key.buyerId ?? '',
  partnerId: key.partnerId ?? '',
  campaignId: key.campaignId ?? '',
  scopes: key.scopes as Scope[],
  readOnly: key.readOnly,
  piiAccess: key.piiAccess,
  allowedCidrs: key.allowedCidrs.join('\n'),
  expiresAt: dayOf(key.expiresAt),
  rateLimitPerMinute: key.rateLimitPerMinute === null ? '' : String(key.rateLimitPerMinute),
});

const linesOf = (text: string): string[] => text.split(/[\s,]+/).filter((line) => line !== '');

const settingsOf = (values: KeyValues) => ({
  name: values.name.trim(),
  scopes: values.scopes,
  readOnly: values.readOnly,
  allowedCidrs: linesOf(values.allowedCidrs),
  rateLimitPerMinute: values.rateLimitPerMinute === '' ? null : Number(values.rateLimitPerMinute),
});

/** What makes the key; a buyer or a partner leaves out whose it is, since it is its own. */
export const newKeyOf = (values: KeyValues, isOwn: boolean): NewKey => ({
  ...settingsOf(values),
  expiresAt: endOfDay(values.expiresAt),
  piiAccess: values.piiAccess,
  ...(!isOwn && values.kind === 'buyer' ? { buyerId: values.buyerId } : {}),
  ...(!isOwn && values.kind === 'partner' ? { partnerId: values.partnerId } : {}),
  ...(values.kind === 'posting' ? { campaignId: values.campaignId } : {}),
});

export const keyChangeOf = (key: ApiKey, values: KeyValues): KeyChange => ({
  ...settingsOf(values),
  ...(values.expiresAt === dayOf(key.expiresAt) ? {} : { expiresAt: endOfDay(values.expiresAt) }),
});

/** A fault of one network or scope stands at the field that holds them all. */
export const wholeField = (field: string): string => field.replace(/^(allowedCidrs|scopes)\..*$/, '$1');
