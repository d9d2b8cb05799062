import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { AppError } from '../../../kernel/app-error.ts';
import { csvRecords } from '../../../leads/imports/index.ts';
import { arrayRows } from './json-rows.ts';
import { readRows } from './read-rows.ts';
import type { Row } from './row.ts';

let directory = '';
before(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'careroute-rows-'));
});
after(() => rm(directory, { recursive: true, force: true }));

async function rowsOf(name: string, content: string | Uint8Array): Promise<Row[]> {
  const file = path.join(directory, name);
  await writeFile(file, content);
  return all(readRows(file));
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const bodies = (rows: readonly Row[]): unknown[] =>
  rows.map((row) => (row.kind === 'lead' ? (JSON.parse(row.body) as unknown) : row.kind));

const fault =
  (words: RegExp) =>
  (error: unknown): boolean =>
    error instanceof AppError && words.test(error.message);

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

describe('CSV', () => {
  /** The kinds of csv-spectrum: commas, quotes, line ends and JSON inside of quotes, empty cells, UTF-8. */
  const kinds: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    [
      'a comma inside of quotes',
      'a,b\nJohn,"Anytown, WW"\n',
      [
        ['a', 'b'],
        ['John', 'Anytown, WW'],
      ],
    ],
    [
      'empty cells, quoted or not',
      'a,b,c\n1,"",\n2,3,4',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'empty cells before CRLF',
      'a,b\r\n1,""\r\n2,3',
      [
        ['a', 'b'],
        ['1', ''],
        ['2', '3'],
      ],
    ],
    [
      'quotes written twice',
      'a,b\n1,"ha ""ha"" ha"\n',
      [
        ['a', 'b'],
        ['1', 'ha "ha" ha'],
      ],
    ],
    [
      'JSON in a cell',
      'key,val\n1,"{""c"": [102.0, 0.5]}"\n',
      [
        ['key', 'val'],
        ['1', '{"c": [102.0, 0.5]}'],
      ],
    ],
    [
      'line ends inside of quotes',
      'a,b\n"Once upon \na time",5\n',
      [
        ['a', 'b'],
        ['Once upon \na time', '5'],
      ],
    ],
    [
      'CRLF inside of quotes',
      'a,b\r\n"Once\r\nupon",5\r\n',
      [
        ['a', 'b'],
        ['Once\r\nupon', '5'],
      ],
    ],
    [
      'quotes and line ends together',
      'a,b\n1,"ha \n""ha"" \nha"\n',
      [
        ['a', 'b'],
        ['1', 'ha \n"ha" \nha'],
      ],
    ],
    [
      'letters of other alphabets',
      'a,b\n4,ʤ\n',
      [
        ['a', 'b'],
        ['4', 'ʤ'],
      ],
    ],
    [
      'leading zeros and spaces as they are',
      'zip,b\n08123, x \n',
      [
        ['zip', 'b'],
        ['08123', ' x '],
      ],
    ],
  ];
  for (const [name, text, expected] of kinds) {
    test(`${name}, however the text is cut`, async () => {
      for (const size of [1, 3, 1000]) assert.deepEqual(await all(csvRecords(pieces(text, size))), expected);
    });
  }

  test('columns become fields, custom ones under custom, and empty cells no field', async () => {
    const rows = await rowsOf('fields.csv', 'firstName,custom.age,custom.plan,email\nAda,42,,ada@example.org\nBo,,,\n');
    assert.deepEqual(bodies(rows), [
      { firstName: 'Ada', email: 'ada@example.org', custom: { age: '42' } },
      { firstName: 'Bo' },
    ]);
    assert.deepEqual(
      rows.map((row) => row.number),
      [1, 2],
    );
  });

  test('a byte order mark is no part of the first column', async () => {
    assert.deepEqual(bodies(await rowsOf('bom.csv', '\uFEFFfirstName\r\nAda\r\n')), [{ firstName: 'Ada' }]);
  });

  test('cells that look like formulas are sent as they are', async () => {
    const cells = ['=1+1', '+15551234567', '-3', '@SUM(A1)', '\tx', "'quoted"];
    const rows = await rowsOf('formula.csv', `firstName\n${cells.join('\n')}\n`);
    assert.deepEqual(
      bodies(rows),
      cells.map((firstName) => ({ firstName })),
    );
  });

  test('cells that an export defused are sent as they were before', async () => {
    const rows = await rowsOf('defused.csv', `firstName\n"'=1+1"\n"''=1"\n"' @x"\n"'+15551234567"\n`);
    const given = ['=1+1', "'=1", ' @x', "'+15551234567"];
    assert.deepEqual(
      bodies(rows),
      given.map((firstName) => ({ firstName })),
    );
  });

  test('a column called __proto__ is a field like any other', async () => {
    const [row] = await rowsOf('proto.csv', '__proto__,custom.__proto__\nx,y\n');
    assert.equal(row?.kind === 'lead' && row.body, '{"__proto__":"x","custom":{"__proto__":"y"}}');
  });

  test('a row with too many or too few cells is not sent, and spoils no other', async () => {
    assert.deepEqual(bodies(await rowsOf('ragged.csv', 'a,b\n1,2,3\n1\n4,5\n')), [
      'unreadable',
      'unreadable',
      { a: '4', b: '5' },
    ]);
  });

  test('a quote that is never closed is a fault and quotes nothing of the file', async () => {
    const file = path.join(directory, 'open.csv');
    await writeFile(file, 'a,b\n1,2\n3,"Secret\n5,6\n');
    const rows = readRows(file);
    assert.equal((await rows.next()).value?.number, 1);
    await assert.rejects(rows.next(), (error) => fault(/never closed/)(error) && !/Secret/.test(String(error)));
  });

  test('a stray quote is a fault with its line', async () => {
    await assert.rejects(rowsOf('stray.csv', 'a,b\n1,2\n3,x"4\n'), fault(/near line 3/));
  });

  test('a first line that holds a person is refused by the number of its column', async () => {
    await assert.rejects(
      rowsOf('person.csv', 'Ada,ada@example.org\n'),
      (error) => fault(/^Column 2 /)(error) && !/ada@/.test(String(error)),
    );
  });

  test('two columns of one name are refused', async () => {
    await assert.rejects(rowsOf('twice.csv', 'a,b,a\n1,2,3\n'), fault(/^Column 3 has the same name as column 1/));
  });

  test('bytes that are not UTF-8 are refused rather than mangled', async () => {
    await assert.rejects(rowsOf('latin.csv', Buffer.from('firstName\nJos\xe9\n', 'latin1')), fault(/not UTF-8/));
  });

  test('an empty file is a fault', async () => {
    await assert.rejects(rowsOf('empty.csv', ''), fault(/empty/));
  });
});

describe('JSON', () => {
  test('one object, on one line or on many, is one row', async () => {
    for (const text of ['{"a":1}', '{"a":1}\n', '\uFEFF{\n  "a": 1\n}\n']) {
      assert.deepEqual(bodies(await rowsOf('one.json', text)), [{ a: 1 }]);
    }
  });

  test('numbers and repeated keys reach the server as they were written', async () => {
    const text = '{"a":1.10,"b":12345678901234567890,"b":2}';
    const [row] = await rowsOf('digits.json', text);
    assert.equal(row?.kind === 'lead' && row.body, text);
  });

  test('an array gives its objects, whatever stands in their texts and however it is cut', async () => {
    const items = [{ a: '}]{["\\' }, { b: { c: [1, [{ d: '\\"' }]] } }, {}, { e: 'é😀\n' }];
    for (const text of [JSON.stringify(items), JSON.stringify(items, null, 2)]) {
      for (const size of [1, 2, 7, 1000]) assert.deepEqual(bodies(await all(arrayRows(pieces(text, size)))), items);
    }
  });

  test('an array that breaks off gives the rows before, then a fault that says after which', async () => {
    const file = path.join(directory, 'broken.json');
    await writeFile(file, '[{"a":1},{"a":2},{"a":');
    const rows = readRows(file);
    assert.equal((await rows.next()).value?.number, 1);
    assert.equal((await rows.next()).value?.number, 2);
    await assert.rejects(rows.next(), fault(/after row 2/));
  });

  test('what does not belong between the objects of an array is a fault', async () => {
    for (const text of ['[1]', '[{"a":1}{"a":2}]', '[{"a":1},]', '[{"a":1}] x', '[,{"a":1}]']) {
      await assert.rejects(rowsOf('odd.json', text), fault(/array is broken/), text);
    }
  });

  test('an empty array has no rows', async () => {
    assert.deepEqual(await rowsOf('none.json', ' [ ] '), []);
  });

  test('lines are rows of their own, and a broken one spoils no other', async () => {
    const text = '{"a":1}\r\n\n{"a":\n[2]\n{"a":3}';
    for (const name of ['lines.jsonl', 'lines.ndjson', 'lines.json']) {
      assert.deepEqual(bodies(await rowsOf(name, text)), [{ a: 1 }, 'unreadable', 'unreadable', { a: 3 }]);
    }
  });

  test('a row of more than 1 MB is refused wherever it stands', async () => {
    const large = JSON.stringify({ a: 'x'.repeat(1024 * 1024) });
    assert.deepEqual(bodies(await rowsOf('large.jsonl', `{"a":1}\n${large}\n`)), [{ a: 1 }, 'unreadable']);
    assert.deepEqual(bodies(await rowsOf('large2.json', `[{"a":1},${large}]`)), [{ a: 1 }, 'unreadable']);
    await assert.rejects(rowsOf('large3.json', `[{"a":1},{"a":"${'x'.repeat(3_000_000)}"}]`), fault(/Row 2 is larger/));
    await assert.rejects(rowsOf('large4.json', JSON.stringify({ a: 'x'.repeat(3_000_000) })), fault(/more than 1 MB/));
  });

  test('a .json file with something else in it is a fault', async () => {
    await assert.rejects(rowsOf('text.json', 'firstName\nAda\n'), fault(/neither/));
  });

  test('a file without an ending is read by what it begins with', async () => {
    assert.deepEqual(bodies(await rowsOf('plain', 'a,b\n1,2\n')), [{ a: '1', b: '2' }]);
    assert.deepEqual(bodies(await rowsOf('array', ' [{"a":1}]')), [{ a: 1 }]);
  });
});
