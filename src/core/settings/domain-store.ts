import { type Records, recordsOf } from '../tenancy/index.ts';

export interface DomainRow {
  readonly id: string;
  readonly domain: string;
  readonly status: string;
  readonly createdAt: Date;
}

export const domainRecords: Records<DomainRow> = recordsOf({
  table: 'tenant_domains',
  search: ['domain'],
  fields: { id: 'id', domain: 'domain', status: 'status', createdAt: 'created_at' },
});
