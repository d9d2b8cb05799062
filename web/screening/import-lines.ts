import type { ImportBody } from './list-terms.ts';

/** What became of the lines that were sent so far. */
export interface ImportState {
  readonly total: number;
  readonly sent: number;
  readonly added: number;
  readonly alreadyListed: number;
  readonly refused: readonly { readonly line: number; readonly message: string }[];
}

export const MOST_LINES = 100_000;
/** As many as one call takes. */
const AT_ONCE = 5000;

/** The lines of a text as they are counted in an editor, without the one that its last line end begins. */
export const linesOfText = (text: string): string[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

export const nothingSent = (total: number): ImportState => ({
  total,
  sent: 0,
  added: 0,
  alreadyListed: 0,
  refused: [],
});

type Report = Pick<ImportState, 'added' | 'alreadyListed' | 'refused'>;

interface Sending {
  readonly lines: readonly string[];
  readonly terms: Omit<ImportBody, 'lines' | 'firstLine'>;
  readonly send: (body: ImportBody) => Promise<Report>;
  readonly onProgress: (state: ImportState) => void;
}

/**
 * Sends the lines that are not sent yet, a part at a time, and tells after each how far it is. What throws leaves the
 * state that was told last: going on from it repeats nothing.
 */
export async function sendLines({ lines, terms, send, onProgress }: Sending, from: ImportState): Promise<ImportState> {
  let state = from;
  while (state.sent < lines.length) {
    const part = lines.slice(state.sent, state.sent + AT_ONCE);
    // A long line is no contact; cut, it is refused as one, and does not hold up the others.
    const body = { ...terms, firstLine: state.sent + 1, lines: part.map((line) => line.slice(0, 500)) };
    const report = await send(body);
    state = {
      total: state.total,
      sent: state.sent + part.length,
      added: state.added + report.added,
      alreadyListed: state.alreadyListed + report.alreadyListed,
      refused: [...state.refused, ...report.refused],
    };
    onProgress(state);
  }
  return state;
}
