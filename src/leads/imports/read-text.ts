import { AppError } from '../../kernel/app-error.ts';

/** What is wrong with a file, in words for its owner. Never quotes the file. */
export const fileFault = (message: string): AppError =>
  new AppError('VALIDATION_ERROR', message, { faults: [{ field: 'file', rule: 'unreadable', message }] });

/**
 * The text of a file, piece by piece, without a byte order mark. Throws a fault for bytes that are not UTF-8, rather
 * than take a name with question marks in it.
 */
export async function* decodeText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw fileFault('The file is not UTF-8 from here on. Save it as "CSV UTF-8", or as JSON in UTF-8.');
    }
  };
  for await (const bytes of pieces) {
    const text = decode(bytes);
    if (text !== '') yield text;
  }
  const rest = decode(undefined);
  if (rest !== '') yield rest;
}
