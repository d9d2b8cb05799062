import { type Static, Type } from 'typebox';
import { nullable } from '../../core/gate/index.ts';
import type { ExportRow } from './export-store.ts';

const text = Type.String();

/** A file of leads: how far it is, and what it holds. */
export const exportItem = Type.Object({
  id: text,
  status: Type.String({ description: 'queued, running, done, failed or expired.' }),
  reason: Type.Union([text, Type.Null()], { description: 'Why there is no file, or no longer.' }),
  rowsDone: Type.Integer(),
  rowsTotal: Type.Integer(),
  truncated: Type.Boolean({ description: 'Whether there are more leads than the limit let through.' }),
  approvalId: text,
  terms: Type.Record(text, Type.Union([text, Type.Number()]), {
    description: 'The filters and the limit, as they were approved.',
  }),
  approvedBy: nullable(text),
  createdAt: text,
  finishedAt: nullable(text),
  expiresAt: text,
});

export const showExport = (row: ExportRow): Static<typeof exportItem> => ({
  id: row.id,
  status: row.status,
  reason: row.reason,
  rowsDone: row.rowsDone,
  rowsTotal: Math.max(row.rowsTotal, row.rowsDone),
  truncated: row.truncated,
  approvalId: row.approvalId,
  terms: { ...row.terms },
  approvedBy: row.approvedBy,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt.toISOString(),
});
