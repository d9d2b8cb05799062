import { asApiError } from '../frame/api.ts';

/** What was refused about one field, to stand at its input; null for nothing. */
export const faultAt = (error: unknown, field: string): string | null =>
  error ? (asApiError(error).faults.find((fault) => fault.field === field)?.message ?? null) : null;
