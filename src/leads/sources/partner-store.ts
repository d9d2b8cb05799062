import type { Profile } from '../../core/gate/index.ts';
import { type Records, recordsOf, type TenantReader } from '../../core/tenancy/index.ts';

export interface PartnerRow {
  readonly id: string;
  readonly displayId: number;
  readonly name: string;
  readonly status: string;
  readonly profile: Profile;
  readonly campaignCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const partnerRecords: Records<PartnerRow> = recordsOf({
  table: 'partners',
  numbered: 'partner',
  search: ['name', 'email', 'company'],
  fields: {
    id: 'id',
    displayId: 'display_id',
    name: 'name',
    status: 'status',
    profile: 'profile',
    email: `profile ->> 'email'`,
    company: `profile ->> 'company'`,
    legacyId: `profile ->> 'legacyId'`,
    campaignCount: `(SELECT count(*) FROM campaigns AS c
      WHERE c.tenant_id = partners.tenant_id AND c.partner_id = partners.id)`,
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** The e-mail address of a partner, if one is known. */
export async function partnerEmail(tx: TenantReader, partnerId: string): Promise<string | undefined> {
  const email = (await partnerRecords.find(tx, partnerId))?.profile['email'];
  return typeof email === 'string' ? email : undefined;
}
