import { AppError } from '../../kernel/app-error.ts';

/** The code of an error of the operating system, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** A full disk and a key in the way of another are told as such; the rest comes back as it was. */
export function storageError(error: unknown): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('STORAGE_FULL', 'There is no room for the file. Free some disk space and try again.', {
        cause: error,
      });
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return new AppError('CONFLICT', 'key: one part of it is a file already, or it is a folder. Choose another key.', {
        cause: error,
      });
    default:
      return error;
  }
}
