import { createReadStream } from 'node:fs';
import { AppError } from '../../../kernel/app-error.ts';

/** What is wrong with a file, in words for its owner. Never quotes the file. */
export const fileFault = (message: string): AppError => new AppError('VALIDATION_ERROR', message);

/**
 * The text of a file, piece by piece, without a byte order mark. `onRead` hears how many bytes each piece had. Throws a
 * fault for bytes that are not UTF-8, rather than post a name with question marks in it.
 */
export async function* readText(file: string, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw fileFault('The file is not UTF-8 from here on. Save it as "CSV UTF-8", or as JSON in UTF-8.');
    }
  };
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    onRead(bytes.length);
    const text = decode(bytes);
    if (text !== '') yield text;
  }
  const rest = decode(undefined);
  if (rest !== '') yield rest;
}
