import { describe, expect, it } from 'vitest';
import { type Place, type Record, readCsvRecords, readLineRecords, START } from '../../../bin/audit/records.ts';
import { createRandom } from '../../bench/replies.ts';

const COMMAS = { delimiter: ',', newline: '\n', columns: ['id', 'reply'] } as const;

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(text: string, size = 7, from: Place = START, longest?: number): Promise<Record[]> {
  const bytes = Buffer.from(text);
  const records: Record[] = [];
  for await (const some of readCsvRecords(cut(bytes.subarray(from.offset), size), COMMAS, from, longest))
    records.push(...some);
  return records;
}

const cells = (records: readonly Record[]) => records.map((record) => record.fault ?? record.cells);

/** A table with everything that goes wrong in exports. */
function writeTable(random: () => number): string {
  const CELLS = [
    'a',
    '',
    'née',
    '"b, c"',
    '"two\nlines"',
    '"two\r\nlines"',
    '"say ""no"""',
    '5" tube',
    '"stray" quote',
    '"open',
    '😀',
  ];
  const ENDS = ['\n', '\r\n', '\n', '\n\n'];
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const rows = Array.from({ length: 12 }, () => `${pick(CELLS)},${pick(CELLS)}${pick(ENDS)}`);
  return rows.join('') + (random() < 0.5 ? 'last,row' : '');
}

describe('The rows of a history', () => {
  it('keep lines within quotes, and know the line on which each begins', async () => {
    const records = await readAll('id,reply\r\n1,"Hello,\r\nyou"\r\n\r\n2,Bye\r\n');
    expect(records.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, 'id', 'reply'],
      [2, '1', 'Hello,\r\nyou'],
      [5, '2', 'Bye'],
    ]);
  });

  it('are the same however the file comes in, and from wherever it is read on', async () => {
    const random = createRandom(7);
    for (let round = 0; round < 30; round++) {
      const text = writeTable(random);
      const whole = await readAll(text, 10_000, START, 40);
      for (const size of [1, 2, 3, 16]) expect(await readAll(text, size, START, 40)).toEqual(whole);
      for (const [at, { after }] of whole.entries())
        expect(await readAll(text, 5, after, 40)).toEqual(whole.slice(at + 1));
    }
  });

  it('lose one line to a quote that is never closed, and not the file', async () => {
    const records = await readAll(`1,a\n2,"b\n3,c\n4,d\n`);
    expect(cells(records)).toEqual([['1', 'a'], 'a quote opens here and is never closed', ['3', 'c'], ['4', 'd']]);
    expect(records[1]).toMatchObject({ line: 2, after: { line: 3, offset: 9 } });
  });

  it('lose one line to a quote that the next row’s quotes seem to close', async () => {
    const fault = 'its quotes do not match';
    for (const [text, expected] of [
      [`"1","a\n"2","b"\n"3","c"\n`, [fault, ['2', 'b'], ['3', 'c']]],
      [`"1","a\n"2","b\n"3","c"\n`, [fault, fault, ['3', 'c']]],
      [`"open,a\n2,"say ""no"""\n3\n`, [fault, ['2', 'say "no"'], ['3']]],
      [`1,"a\n2,b\n3,"c, d"\n4,e\n`, [fault, ['2', 'b'], ['3', 'c, d'], ['4', 'e']]],
      // A row of two lines with a stray quote is one.
      [`1,"say \\"no\\" and\nbye, you"\n2,b\n`, [fault, ['2', 'b']]],
    ] as const)
      for (const size of [1, 5, 1000]) expect([text, cells(await readAll(text, size))]).toEqual([text, expected]);
  });

  it('that are longer than anybody writes do not fill the memory', async () => {
    const long = 'x'.repeat(300);
    const records = await readAll(`1,a\n2,"${long}\n${long}\n3,c\n`, 7, START, 100);
    expect(cells(records)[0]).toEqual(['1', 'a']);
    expect(cells(records)[1]).toMatch(/is longer than .* or opens a quote that is never closed/);
    expect(cells(records).at(-1)).toEqual(['3', 'c']);
    const lines: Record[] = [];
    const bytes = Buffer.from(`a\n${long}\nb\n${long}`);
    for await (const some of readLineRecords(cut(bytes, 10), START, 100)) lines.push(...some);
    expect(cells(lines)).toEqual([['a'], 'is longer than 0 MB', ['b'], 'is longer than 0 MB']);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
});
