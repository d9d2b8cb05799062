import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { installationTexts as t, PLAN_WORDS } from '../texts/installation.ts';
import { Choice } from '../ui/form/choice.tsx';
import { FormPart } from '../ui/form/form-part.tsx';
import { needed } from '../ui/form/rules.ts';
import type { Tenant } from './tenant-types.ts';

type Plan = keyof typeof PLAN_WORDS;

/** An organization as a form has it. */
export type TenantValues = {
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly plan: Plan;
  readonly domain: string;
};

export const NO_TENANT: TenantValues = {
  name: '',
  slug: '',
  timeZone: 'America/Chicago',
  plan: 'standard',
  domain: '',
};
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const slugRule = (value: string): string | null => needed(value) ?? (SLUG.test(value.trim()) ? null : t.slugFault);

export const TENANT_RULES = { name: needed, slug: slugRule, timeZone: needed };

export const tenantValuesOf = ({ name, slug, timeZone, plan, domain }: Tenant): TenantValues => ({
  name,
  slug,
  timeZone,
  plan: plan as Plan,
  domain: domain ?? '',
});

export const tenantBodyOf = ({ name, slug, timeZone, plan, domain }: TenantValues) => ({
  name: name.trim(),
  slug: slug.trim(),
  timeZone: timeZone.trim(),
  plan,
  domain: domain.trim() === '' ? null : domain.trim(),
});

const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
const PLANS = Object.entries(PLAN_WORDS).map(([value, label]) => ({ value, label }));

/** Who an organization is, and how it works. */
export const TenantFields = ({ form }: { readonly form: UseFormReturnType<TenantValues> }) => (
  <>
    <FormPart title={t.whoTitle}>
      <TextInput required label={t.name} maxLength={255} {...form.getInputProps('name')} />
      <TextInput required label={t.slug} description={t.slugHint} maxLength={63} {...form.getInputProps('slug')} />
    </FormPart>
    <FormPart title={t.howTitle}>
      <Choice label={t.timeZone} description={t.timeZoneHint} data={ZONES} {...form.getInputProps('timeZone')} />
      <Choice label={t.plan} data={PLANS} {...form.getInputProps('plan')} />
      <TextInput label={t.domain} description={t.domainHint} maxLength={254} {...form.getInputProps('domain')} />
    </FormPart>
  </>
);
