import { ApiError } from '../../frame/api.ts';

/** Has the faults of a refusal stand at the fields of the form; `rename` says which of them the API means. */
export async function renameFaults<T>(call: Promise<T>, rename: (field: string) => string): Promise<T> {
  return call.catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    const fields = error.faults.map((fault) => ({ ...fault, field: rename(fault.field) }));
    const { code, message, requestId, details } = error;
    throw new ApiError(error.status, {
      code,
      message,
      details: { ...details, fields },
      ...(requestId === undefined ? {} : { requestId }),
    });
  });
}
