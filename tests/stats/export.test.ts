import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { toCsv, toJson, toLongCsv } from '../../lib/stats/export.ts';
import type { Table } from '../../lib/stats/table.ts';

const table: Table = {
  name: 'by-rule',
  columns: [
    { name: 'rule', title: 'Regel', kind: 'english' },
    { name: 'words', title: 'Wörter', kind: 'count' },
    { name: 'rate', title: 'In 100', kind: 'rate' },
  ],
  rows: [
    ['=HYPERLINK("http://evil.example","x"), "quoted"', 1200, 1.25],
    ['can only', 10, undefined],
  ],
};

it('a table comes back from CSV as it was, and nothing in it is run as a formula', () => {
  const csv = toCsv(table);
  expect(Papa.parse(csv.trim(), { header: true }).data).toEqual([
    { rule: `'=HYPERLINK("http://evil.example","x"), "quoted"`, words: '1200', rate: '1.25' },
    { rule: 'can only', words: '10', rate: '' },
  ]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a name such as %j stays text in a spreadsheet', (name) => {
  const csv = toCsv({ ...table, rows: [[name, 1, 1]] });
  expect(Papa.parse<string[]>(csv.trim()).data[1]?.[0]).toBe(`'${name}`);
});

it('all tables in one have a line for each number', () => {
  expect(Papa.parse(toLongCsv([table]).trim()).data).toEqual([
    ['table', 'about', 'measure', 'value'],
    ['by-rule', `'=HYPERLINK("http://evil.example","x"), "quoted"`, 'words', '1200'],
    ['by-rule', `'=HYPERLINK("http://evil.example","x"), "quoted"`, 'rate', '1.25'],
    ['by-rule', 'can only', 'words', '10'],
  ]);
});

it('JSON holds what was asked, and every row under the names of its columns', () => {
  expect(JSON.parse(toJson('browser', { from: '2026-11-01', to: '2026-11-20' }, [table]))).toEqual({
    format: 'cando-statistics',
    version: 1,
    place: 'browser',
    filter: { from: '2026-11-01', to: '2026-11-20' },
    tables: {
      'by-rule': [
        { rule: '=HYPERLINK("http://evil.example","x"), "quoted"', words: 1200, rate: 1.25 },
        { rule: 'can only', words: 10, rate: null },
      ],
    },
  });
});
