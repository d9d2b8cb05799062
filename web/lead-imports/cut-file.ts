/** A piece of a file before it is written as base64. */
export const PIECE_BYTES = 512 * 1024;
export const LARGEST_FILE_BYTES = 200 * PIECE_BYTES;

/** Bytes that are turned into letters at once: as many arguments a call takes everywhere. */
const LETTERS = 0x80_00;

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += LETTERS) {
    letters += String.fromCodePoint(...bytes.subarray(from, from + LETTERS));
  }
  return btoa(letters);
}

/** How many pieces a file of so many bytes is sent in. */
export const piecesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / PIECE_BYTES));
