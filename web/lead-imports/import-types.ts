import type { Ok } from '../frame/ok.ts';

export type LeadImport = Ok<'/api/v1/lead-imports', 'get'>['data'][number];
export type ImportedRow = Ok<'/api/v1/lead-imports/{importId}/rows', 'get'>['data'][number];
export type ImportColumns = Ok<'/api/v1/lead-imports/{importId}/columns', 'get'>['data'];

export const IMPORTS_PAGE = '/admin/leads/imports';

/** Whether it is read to its end, or will not be. */
export const isOver = ({ status }: LeadImport): boolean =>
  status === 'done' || status === 'cancelled' || status === 'expired';
