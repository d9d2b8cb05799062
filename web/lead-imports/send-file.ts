import { answerOf, api } from '../frame/api.ts';
import { base64Of, PIECE_BYTES, piecesOf } from './cut-file.ts';

/** Sends a file to an import piece by piece, and says so at the end. `onSent` hears how many bytes are there. */
export async function sendFile(importId: string, file: Blob, onSent: (bytes: number) => void): Promise<void> {
  const pieces = piecesOf(file.size);
  for (let number = 0; number < pieces; number += 1) {
    const piece = file.slice(number * PIECE_BYTES, (number + 1) * PIECE_BYTES);
    const content = base64Of(new Uint8Array(await piece.arrayBuffer()));
    const params = { path: { importId, number } };
    await answerOf(api.PUT('/api/v1/lead-imports/{importId}/pieces/{number}', { params, body: { content } }));
    onSent(Math.min(file.size, (number + 1) * PIECE_BYTES));
  }
  const params = { path: { importId } };
  await answerOf(api.POST('/api/v1/lead-imports/{importId}/received', { params, body: { pieces } }));
}
