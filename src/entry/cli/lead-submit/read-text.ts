import { createReadStream } from 'node:fs';
import { decodeText } from '../../../leads/imports/index.ts';

/** The text of a file, piece by piece; `onRead` hears how many bytes each had. Throws a fault where it is no UTF-8. */
export async function* readText(file: string, onRead: (bytes: number) => void): AsyncGenerator<string> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file)) {
      const bytes = chunk as Buffer;
      onRead(bytes.length);
      yield bytes;
    }
  }
  yield* decodeText(pieces());
}
