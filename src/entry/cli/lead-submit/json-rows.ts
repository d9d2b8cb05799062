import { fileFault } from '../../../leads/imports/index.ts';
import { LARGEST_BODY_BYTES, type Row, rowOfJson } from './row.ts';

/** One JSON object a line; empty lines do not count. A broken line is a row of its own and spoils no other. */
export async function* lineRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of linesOf(text)) {
    if (line.trim() === '') continue;
    number += 1;
    yield rowOfJson(number, line);
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LARGEST_BODY_BYTES) throw fileFault('A line is longer than 1 MB, which no lead may be.');
  }
  if (rest !== '') yield rest;
}

/**
 * The objects of one JSON array, cut out of the text as it comes, so that a file of any size is read with little
 * memory. Only brackets and quotes are followed here; each piece is parsed by itself. Throws a fault, with the number
 * of the row, where the array itself is broken, because nothing after that can be told apart.
 */
export async function* arrayRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const cutter = createCutter();
  let number = 0;
  for await (const piece of text) {
    for (const item of cutter.cut(piece)) {
      number += 1;
      yield rowOfJson(number, item);
    }
  }
  if (!cutter.isComplete()) throw fileFault(`The JSON array breaks off after row ${number}.`);
}

interface Cutter {
  /** The items that end in this piece. */
  cut(piece: string): string[];
  isComplete(): boolean;
}

/** Where the cutter stands: `before` the array, at a place for an item, inside one, behind one, or after the array. */
type Place = 'before' | 'first' | 'item' | 'inside' | 'behind' | 'after';

function createCutter(): Cutter {
  let place: Place = 'before';
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let kept = '';
  let rows = 0;

  const follow = (character: string): void => {
    if (escaped) escaped = false;
    else if (quoted) {
      if (character === '\\') escaped = true;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  };
  const between = (character: string): void => {
    if (/\s/.test(character)) return;
    place = nextPlace(place, character, rows);
    if (place === 'inside') follow(character);
  };
  return {
    cut(piece) {
      const items: string[] = [];
      let from = 0;
      for (let at = 0; at < piece.length; at += 1) {
        const character = piece.charAt(at);
        if (place !== 'inside') {
          between(character);
          from = at;
          continue;
        }
        follow(character);
        if (depth > 0) continue;
        items.push(kept + piece.slice(from, at + 1));
        [kept, from, rows, place] = ['', at + 1, rows + 1, 'behind'];
      }
      if (place === 'inside') kept += piece.slice(from);
      if (kept.length > LARGEST_BODY_BYTES) {
        throw fileFault(`Row ${rows + 1} is larger than 1 MB, which no lead may be.`);
      }
      return items;
    },
    isComplete: () => place === 'after',
  };
}

const EXPECTED: Readonly<Record<Place, string>> = {
  before: 'the array',
  first: 'an object',
  item: 'an object',
  inside: 'an object',
  behind: 'a comma or the end of the array',
  after: 'nothing more',
};

/** Where a character that is not blank leads to, outside of items. */
function nextPlace(place: Place, character: string, rows: number): Place {
  const at = `${place} ${character}`;
  switch (at) {
    case 'before [':
      return 'first';
    case 'first {':
    case 'item {':
      return 'inside';
    case 'behind ,':
      return 'item';
    case 'first ]':
    case 'behind ]':
      return 'after';
    default:
      throw fileFault(
        `The JSON array is broken ${rows === 0 ? 'before its first row' : `behind row ${rows}`}: ` +
          `expected ${EXPECTED[place]}.`,
      );
  }
}
