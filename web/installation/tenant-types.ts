import type { Ok } from '../frame/ok.ts';
import { installationTexts } from '../texts/installation.ts';

export type Tenant = Ok<'/api/superadmin/tenants', 'get'>['data'][number];
export type TenantPerson = Ok<'/api/superadmin/users', 'get'>['data'][number];

/** Where an organization's page is. */
export const tenantHref = (id: string): string => `/installation/tenants/${id}`;

export const ABOVE = { title: installationTexts.tenants, href: '/installation/tenants' } as const;
