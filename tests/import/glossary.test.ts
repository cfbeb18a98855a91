import { describe, expect, it } from 'vitest';
import { readGlossary, type WrittenTerm, writeGlossary } from '../../lib/import/glossary.ts';

describe('a glossary from a spreadsheet', () => {
  it('is read by the names of its columns, in any order, whatever they are called', () => {
    const text = 'Why,Avoid,Use\n"One word, please.",login | log in,sign in\n,utilise,use\n';
    expect(readGlossary(text)).toEqual({
      terms: [
        { say: 'sign in', not: ['login', 'log in'], why: 'One word, please.' },
        { say: 'use', not: 'utilise' },
      ],
      faults: [],
    });
  });

  it('is read without names as what to say and what not, from cells that were pasted', () => {
    expect(readGlossary('sign in\tlogin;log in\r\nuse\tutilise\r\n').terms).toEqual([
      { say: 'sign in', not: ['login', 'log in'] },
      { say: 'use', not: 'utilise' },
    ]);
  });

  it('knows banned words, products, varieties and hints', () => {
    const text = 'say;not;kind;variety;severity\n;whilst;;;Hint\nAcmeCloud;;Product;;\nholiday;vacation;;British;error';
    expect(readGlossary(text)).toEqual({
      terms: [
        { not: 'whilst', kind: 'banned', severity: 'info' },
        { say: 'AcmeCloud', kind: 'product' },
        { say: 'holiday', not: 'vacation', variety: 'british', severity: 'error' },
      ],
      faults: [],
    });
  });

  it('names the line of what it cannot read, and reads the rest', () => {
    const { terms, faults } = readGlossary(
      'say,not,colour,variety\nuse,utilise,red,\n,,blue,\nsign in,login,,klingon\n\n',
    );
    expect(terms).toEqual([{ say: 'use', not: 'utilise' }]);
    expect(faults.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(faults[0]?.message).toContain('no column "colour"');
    expect(faults[2]?.message).toContain('variety');
  });

  it('comes back as it was, through CSV', () => {
    const terms: WrittenTerm[] = [
      { say: 'sign in', not: ['login', 'log, in'], why: 'He said "so".\nTwice.' },
      { not: '=SUM(A1)', kind: 'banned' },
      { say: '+one', not: '-one', variety: 'american', severity: 'info' },
    ];
    const text = writeGlossary(terms);
    expect(readGlossary(text)).toEqual({ terms, faults: [] });
    expect(text).not.toMatch(/(?:^|,)"?[=+@-]/m);
  });

  it('may be anything: it is read or refused, and at once', () => {
    const wide = `say,not\n${','.repeat(100_000)}\n`;
    const long = `say,not\n${'use,utilise\n'.repeat(5000)}`;
    expect(readGlossary('').terms).toEqual([]);
    expect(readGlossary(wide).terms).toEqual([]);
    expect(readGlossary(long).terms).toHaveLength(2000);
    expect(readGlossary(long).faults[0]?.message).toContain('2000 terms at most');
    expect(readGlossary('__proto__,constructor\nx,y').terms).toEqual([
      { say: '__proto__', not: 'constructor' },
      { say: 'x', not: 'y' },
    ]);
    expect(readGlossary(`say,not\n${'x'.repeat(5000)},y`).faults).toHaveLength(1);
  });
});
