import type { Ok } from '../frame/ok.ts';
import { checkTexts as t } from '../texts/checks.ts';
import type { FieldWords } from '../ui/form/changes.ts';

export type Vendor = Ok<'/api/v1/check-vendors', 'get'>['data'][number];

/** A vendor as its form holds it. */
export type VendorValues = {
  name: string;
  kind: 'dnc' | 'litigator' | 'phone' | 'email';
  url: string;
  secret: string;
  sends: 'plain' | 'sha256';
  timeoutMs: string;
  cacheDays: string;
  baaState: 'signed' | 'not_needed' | 'none';
  baaReason: string;
};

export const VENDOR_BLANK: VendorValues = {
  name: '',
  kind: 'dnc',
  url: '',
  secret: '',
  sends: 'plain',
  timeoutMs: '1500',
  cacheDays: '30',
  baaState: 'none',
  baaReason: '',
};

const oneOf = <T extends string>(known: readonly T[], value: string, usual: T): T =>
  known.find((one) => one === value) ?? usual;

export const vendorValues = (vendor: Vendor): VendorValues => ({
  name: vendor.name,
  kind: oneOf(['dnc', 'litigator', 'phone', 'email'], vendor.kind, 'dnc'),
  url: vendor.url,
  secret: '',
  sends: oneOf(['plain', 'sha256'], vendor.sends, 'plain'),
  timeoutMs: String(vendor.timeoutMs),
  cacheDays: String(vendor.cacheDays),
  baaState: oneOf(['signed', 'not_needed', 'none'], vendor.baaState, 'none'),
  baaReason: vendor.baaReason ?? '',
});

/** A secret that is left empty stays as it is. */
export const vendorBody = ({ secret, ...values }: Omit<VendorValues, 'kind'>) => ({
  name: values.name.trim(),
  url: values.url.trim(),
  sends: values.sends,
  timeoutMs: Number(values.timeoutMs),
  cacheDays: Number(values.cacheDays),
  baaState: values.baaState,
  baaReason: values.baaState === 'not_needed' ? values.baaReason.trim() : null,
  ...(secret === '' ? {} : { secret }),
});

const isBetween = (text: string, least: number, most: number): boolean =>
  /^\d{1,5}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

export const VENDOR_RULES = {
  timeoutMs: (text: string) => (isBetween(text, 100, 10_000) ? null : t.timeoutFault),
  cacheDays: (text: string) => (isBetween(text, 0, 90) ? null : t.cacheFault),
};

/** What of a change is told before it is saved; of the secret only that there is a new one. */
export const VENDOR_WORDS: FieldWords<VendorValues> = {
  name: t.name,
  url: t.url,
  secret: { label: t.secret, say: (secret) => (secret === '' ? '–' : '••••••••') },
  sends: { label: t.sends, say: (sends) => t.sendsOf[sends] ?? sends },
  timeoutMs: t.timeout,
  cacheDays: t.cacheDays,
  baaState: { label: t.baa, say: (state) => t.baaStates[state] ?? state },
  baaReason: t.baaReason,
};
