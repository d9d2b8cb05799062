import { type Records, recordsOf } from '../tenancy/index.ts';

const timed = { createdAt: 'created_at', updatedAt: 'updated_at' };

interface TimedRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SystemListRow extends TimedRow {
  readonly name: string;
  readonly listType: string;
  readonly items: string[];
}

export const systemListRecords: Records<SystemListRow> = recordsOf({
  table: 'system_lists',
  search: ['name', 'listType'],
  fields: { id: 'id', name: 'name', listType: 'list_type', items: 'items', ...timed },
});

export interface SignupQuestionRow extends TimedRow {
  readonly entityType: 'buyer' | 'partner';
  readonly question: string;
  readonly fieldType: string;
  readonly options: string[];
  readonly isRequired: boolean;
  readonly sortOrder: number;
}

export const signupQuestionRecords: Records<SignupQuestionRow> = recordsOf({
  table: 'signup_questions',
  search: ['question'],
  fields: {
    id: 'id',
    entityType: 'entity_type',
    question: 'question',
    fieldType: 'field_type',
    options: 'options',
    isRequired: 'is_required',
    sortOrder: 'sort_order',
    ...timed,
  },
});

export interface TaxRateRow extends TimedRow {
  readonly name: string;
  readonly code: string;
  /** With four decimals, as the database keeps it. */
  readonly percentage: string;
}

export const taxRateRecords: Records<TaxRateRow> = recordsOf({
  table: 'tax_rates',
  search: ['name', 'code'],
  fields: { id: 'id', name: 'name', code: 'code', percentage: 'percentage', ...timed },
});
