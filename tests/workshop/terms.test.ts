import { describe, expect, it } from 'vitest';
import { readCells, readTerms, removeTerm, setCell, setCells, toCsv } from '../../lib/workshop/terms.ts';

const FILE = `id: acme
terms:
  # asked for by Ana
  - say: sign in
    not: [login, log in]
  - {say: Acme Cloud, kind: product}
`;

describe('A glossary as a table', () => {
  it('shows each term in a row, and a cell that is set in the file', () => {
    expect(readTerms(FILE)).toEqual([
      { say: 'sign in', not: 'login; log in', kind: '', variety: '', why: '' },
      { say: 'Acme Cloud', not: '', kind: 'product', variety: '', why: '' },
    ]);
    expect(setCell(FILE, 0, 'not', 'login; log in; log on')).toBe(FILE.replace('log in]', 'log in, log on]'));
    expect(setCell(FILE, 0, 'variety', 'British')).toContain('variety: british');
  });

  it('grows by the row below the last one, and loses one that is emptied', () => {
    const text = setCell(FILE, 2, 'not', 'guys');
    expect(readTerms(text)[2]).toMatchObject({ say: '', not: 'guys' });
    expect(readTerms(setCell(text, 2, 'not', ''))).toHaveLength(2);
    expect(readTerms(setCell('id: acme', 0, 'say', 'one'))).toMatchObject([{ say: 'one' }]);
    expect(removeTerm(FILE, 1)).not.toContain('Acme Cloud');
    expect(removeTerm(removeTerm(FILE, 0), 0)).not.toContain('terms');
  });

  it('takes cells from a spreadsheet, over what is there and below', () => {
    const cells = readCells('sign on\tlog-on\r\ne-mail\temail;mail\r\n"two\nlines"\tx');
    expect(cells).toEqual([
      ['sign on', 'log-on'],
      ['e-mail', 'email;mail'],
      ['two\nlines', 'x'],
    ]);
    expect(readTerms(setCells(FILE, 1, 'say', cells)).map(({ say, not }) => `${say}: ${not}`)).toEqual([
      'sign in: login; log in',
      'sign on: log-on',
      'e-mail: email; mail',
      'two\nlines: x',
    ]);
    expect(readCells('a,b\nc,d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('goes out as CSV in which no cell is a formula', () => {
    expect(toCsv(setCell(FILE, 2, 'say', '=1+1'))).toBe(
      'say,not,kind,variety,why\r\nsign in,login; log in,,,\r\nAcme Cloud,,product,,\r\n"\'=1+1",,,,\r\n',
    );
  });
});
