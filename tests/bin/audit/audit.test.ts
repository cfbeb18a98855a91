import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { createPool } from '../../../bin/audit/pool.ts';
import { printReport } from '../../../bin/audit/print.ts';
import { createChecker } from '../../../lib/engine/checker.ts';
import { createRandom } from '../../bench/replies.ts';
import { tellReplies, toCsv, toJsonLines } from '../../fixtures/history/write.ts';
import { audit, getPath, packs, prepare, put } from './audit.ts';

vi.setConfig({ testTimeout: 180_000 });
prepare();

describe('An audit of past replies', () => {
  it('comes to the same with one, two or four workers, and counts what the checker flags', async () => {
    const replies = [...tellReplies(500, 3)];
    const file = put('history.csv', toCsv(replies));
    const [one, two, four] = await Promise.all(
      [1, 2, 4].map((size) => audit(file, { createPool: (asked) => createPool(size, asked) })),
    );
    expect(two?.report).toEqual(one?.report);
    expect(four?.report).toEqual(one?.report);

    const checker = createChecker(packs);
    const sums = new Map<string, number>();
    let flagged = 0;
    for (const { reply } of replies) {
      const flags = checker.check(reply);
      if (flags.length > 0) flagged++;
      for (const { ruleId } of flags) sums.set(ruleId, (sums.get(ruleId) ?? 0) + 1);
    }
    expect(sums.size).toBeGreaterThan(10);
    expect(new Map(one?.report.rules.map(({ id, flags }) => [id, flags]))).toEqual(sums);
    expect(one?.report.counts).toMatchObject({ replies: 500, flagged, broken: 0 });
    expect(one?.report.worst).toHaveLength(10);
    expect(one?.report.worst[0]?.score).toBeGreaterThan(one?.report.worst[9]?.score as number);
  });

  it('reads the same from CSV with either line end, semicolons, JSON lines, a list of JSON, UTF-16 and a byte order mark', async () => {
    const replies = [...tellReplies(40, 5)];
    const csv = [...toCsv(replies)].join('');
    const files = [
      put('a.csv', csv),
      put('b.csv', `\uFEFF${[...toCsv(replies, '\r\n')].join('')}`),
      put('c.csv', csv.replaceAll(/^(id|\d+),(\w+),/gm, '$1;$2;')),
      put('d.jsonl', toJsonLines(replies)),
      put('e.json', JSON.stringify(replies, null, 2)),
      put('f.csv', Buffer.from(`\uFEFF${csv}`, 'utf16le')),
      put('g.csv', Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()),
    ];
    const reports = await Promise.all(files.map((file) => audit(file)));
    const [first, ...others] = reports.map(({ report: { counts, rules, worst } }) => ({
      counts,
      rules,
      worst: worst.map(({ id, score, flags }) => ({ id, score, flags })),
    }));
    expect(first?.counts).toMatchObject({ replies: 40, broken: 0, empty: 0 });
    expect(first?.counts.flags).toBeGreaterThan(20);
    for (const [at, other] of others.entries()) expect([files[at + 1], other]).toEqual([files[at + 1], first]);
  });

  it('reads what Excel saves in its own encoding, and says so', async () => {
    const { report } = await audit(
      put('excel.csv', Buffer.from("id,reply\n1,Dear Zo\xeb. We can't help.\n2,Hello.\n", 'latin1')),
      {
        asked: { withText: true },
      },
    );
    expect(report.counts).toMatchObject({ replies: 2, legacy: 1 });
    expect(report.worst[0]?.text).toBe("Dear Zoë. We can't help.");
  });

  it('counts and names lines that are broken, and reads on', async () => {
    const csv =
      'id,reply\n1,We cannot help.\n2\n3,Hello,you,there\n4,"say "no" please"\n5,We cannot help.\n6,"open\n7,\n8,Bye\n';
    const { report } = await audit(put('broken.csv', csv));
    expect(report.counts).toMatchObject({ replies: 3, broken: 4, empty: 1 });
    expect(report.broken).toEqual([
      { line: 3, message: 'has 1 cell, where there are 2 columns' },
      { line: 4, message: 'has 4 cells, where there are 2 columns' },
      { line: 5, message: 'its quotes do not match' },
      { line: 7, message: 'a quote opens here and is never closed' },
    ]);
    const jsonl = '{"id":1,"text":"We cannot help."}\n{"id":2,\n\n7\n{"id":3,"text":"Bye"}\n{"id":4}\n';
    expect((await audit(put('broken.jsonl', jsonl))).report).toMatchObject({
      counts: { replies: 2, broken: 2, empty: 1 },
      broken: [
        { line: 2, message: 'is not JSON' },
        { line: 4, message: 'is no record' },
      ],
    });
  });

  it('loses no row to a quote that another row closes', async () => {
    const rows = Array.from({ length: 20 }, (_, id) => `"${id}","We cannot help you with case ${id}."`);
    rows[7] = '"7,"We cannot help you with case 7."';
    rows[11] = '"11","We cannot help you with case 11.';
    const { report } = await audit(put('quoted.csv', `"id","reply"\n${rows.join('\n')}\n`));
    expect(report.counts).toMatchObject({ replies: 18, broken: 2, empty: 0 });
    expect(report.broken.map(({ line }) => line)).toEqual([9, 13]);
  });

  it('of an empty file counts nothing; of one with a header alone too', async () => {
    for (const content of ['', '\n \n', 'id,reply\n', '[]']) {
      const { report } = await audit(put('empty.csv', content));
      expect(report).toMatchObject({
        counts: { replies: 0, flags: 0, broken: 0 },
        flagsIn100Words: 0,
        rules: [],
        worst: [],
      });
    }
  });

  it('says which columns there are where none holds replies, or where another is asked for', async () => {
    const file = put('numbers.csv', 'ticket,score\n1,2\n3,4\n');
    await expect(audit(file)).rejects.toThrow(/no column is seen to hold replies.*"ticket", "score"/);
    await expect(audit(file, { choices: { column: 'answer' } })).rejects.toThrow(
      /has no column "answer".*"ticket", "score"/,
    );
    await expect(audit(file, { choices: { column: 'Score', id: 'ticket' } })).resolves.toMatchObject({ isDone: true });
    await expect(audit(put('book.csv', 'PK\u0003\u0004'))).rejects.toThrow(/is packed/);
    await expect(audit(put('pretty.json', '{"a":\n'))).rejects.toThrow(/is no JSON/);
    const random = createRandom(1);
    const picture = Buffer.from(Array.from({ length: 5000 }, () => Math.floor(random() * 256)));
    await expect(audit(put('picture.png', picture))).rejects.toThrow(/is no text/);
    expect((await audit(put('stray.csv', 'id,reply\n1,We can\0not help.\n'))).report.counts.replies).toBe(1);
  });

  it('takes the comments of agents out of tickets, and leaves those of customers and private notes', async () => {
    const ticket = {
      id: 35,
      requester_id: 7,
      tags: ['a', 'b'],
      custom_fields: [
        { id: 1, value: 'x' },
        { id: 2, value: 'y' },
      ],
      comments: [
        { author_id: 7, public: true, body: 'You cannot be serious.' },
        { author_id: 1, public: false, body: 'We cannot help.' },
        { author_id: 1, public: true, body: 'We cannot send it.' },
        { author_id: 2, public: true, body: 'Your refund was not processed.' },
      ],
    };
    const { report } = await audit(
      put('tickets.jsonl', `${JSON.stringify(ticket)}\n${JSON.stringify({ ...ticket, id: 36, comments: [] })}\n`),
      {
        asked: { withText: true },
      },
    );
    expect(report.counts).toMatchObject({ replies: 2, others: 2, broken: 0 });
    expect(report.worst.map(({ id, text }) => [id, text]).sort()).toEqual([
      ['35', 'We cannot send it.'],
      ['35', 'Your refund was not processed.'],
    ]);
  });

  it('takes a line of text for a reply and nothing else: none of its words is told, and it is nobody’s question', async () => {
    const lines = 'Can you change it?\nWe cannot change it.\nHello.\n';
    const { report } = await audit(put('lines.txt', lines));
    const same = await audit(put('lines.csv', `reply\n${lines}`));
    expect(report.counts).toEqual(same.report.counts);
    expect(report.worst).toEqual(same.report.worst.map((one) => ({ ...one, line: one.line - 1 })));
    expect(report.worst).toMatchObject([{ id: '', line: 2 }]);
    expect(JSON.stringify(report)).not.toContain('change');
  });

  it.skipIf(process.platform === 'win32')('reads a pipe that has a name', async () => {
    const pipe = getPath('pipe');
    execFileSync('mkfifo', [pipe]);
    const writing = writeFile(pipe, 'id,reply\n1,We cannot help.\n');
    expect((await audit(pipe)).report.counts).toMatchObject({ replies: 1, flagged: 1 });
    await writing;
  });

  it('takes the first row that is not empty for the names of the columns', async () => {
    const { report } = await audit(put('late.csv', '\n\nid,reply\n1,We cannot help.\n'));
    expect(report).toMatchObject({ counts: { replies: 1, broken: 0 }, worst: [{ id: '1', line: 4 }] });
  });

  it('tells the same of replies that are equally bad, in whatever order they stand', async () => {
    const texts = Array.from({ length: 6 }, (_, at) => `We cannot send parcel ${at}.`);
    const tell = async (name: string, told: string[]) => {
      const file = put(name, `id,reply\n${told.map((text) => `1,${text}\n`).join('')}`);
      const { report } = await audit(file, { asked: { mostWorst: 2, withText: true } });
      return report.worst.map(({ text }) => text).sort();
    };
    expect(await tell('back.csv', texts.toReversed())).toEqual(await tell('forth.csv', texts));
  });

  it('tells a reply that was sent again and again once, with how often', async () => {
    const texts = ['We cannot send it.', 'Hello.', 'We cannot send it.', 'Bye.', 'We cannot send it.'];
    const { report } = await audit(
      put('again.csv', `id,reply\n${texts.map((text, at) => `${at},${text}\n`).join('')}`),
    );
    expect(report.worst).toMatchObject([
      { id: '0', line: 2, times: 3, flags: [{ rule: 'cant-focus/cannot', count: 1 }] },
    ]);
    expect(report.counts).toMatchObject({ replies: 5, flagged: 3 });
  });
});

describe('An audit of macros', () => {
  const text = 'Unfortunately we cannot help with that.';

  it('puts first what reaches most customers', async () => {
    const csv = `Title,Macro text,Usage (30d),usage_30d\nRare,"${text} It cannot be done.",,3\nOften,${text},,"1,200"\nNever,${text},,0\nUnknown,${text},,\n`;
    const { report } = await audit(put('macros.csv', csv), { asked: { isMacros: true }, choices: { macros: true } });
    expect(report.worst.map(({ title, usage }) => [title, usage])).toEqual([
      ['Often', 1200],
      ['Rare', 3],
      ['Unknown', undefined],
    ]);
    expect(report.counts).toMatchObject({ replies: 4, uses: 1203 });
  });

  it("reads a page of Zendesk's macros", async () => {
    const macros = [
      { id: 1, title: 'Close', actions: [{ field: 'status', value: 'solved' }], usage_30d: 9 },
      {
        id: 2,
        title: 'No',
        usage_30d: 5,
        actions: [
          { field: 'status', value: 'open' },
          { field: 'comment_value', value: ['channel:all', text] },
        ],
      },
      {
        id: 3,
        title: 'Markup',
        usage_30d: 2,
        actions: [{ field: 'comment_value_html', value: `<p>${text}</p><p>Orders can&#39;t be changed.</p>` }],
      },
    ];
    for (const content of [
      JSON.stringify({ macros, count: 3 }),
      JSON.stringify({ macros }, null, 1),
      macros.map((one) => `${JSON.stringify(one)}\n`).join(''),
    ]) {
      const { report } = await audit(put('macros.json', content), { asked: { isMacros: true, withText: true } });
      expect(report.counts).toMatchObject({ replies: 2, empty: 1, broken: 0, uses: 7 });
      expect(report.worst.map(({ title, text }) => [title, text])).toEqual([
        ['No', text],
        ['Markup', `${text}\nOrders can't be changed.`],
      ]);
    }
  });
});

describe('What an audit writes', () => {
  it('gives no spreadsheet a formula and no terminal a command, whatever the cells hold', async () => {
    const hostile = [
      '=HYPERLINK("http://x")',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '\u200B=1',
      '＝1',
      '|calc',
      '%0A',
      '__proto__',
      '\u001B[2J\u0007',
      'a\u0000b',
    ];
    const rows = hostile.map(
      (id) => `"${id.replaceAll('"', '""')}","${id.replaceAll('"', '""')} Sorry, we cannot help."\n`,
    );
    const { report } = await audit(put('hostile.csv', `id,reply\n${rows.join('')}`), {
      asked: { withText: true, mostWorst: 20 },
    });
    expect(report.counts).toMatchObject({ replies: hostile.length, flagged: hostile.length, broken: 0 });
    const csv = printReport(report, 'csv', false);
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).toContain('__proto__');
    expect(csv.match(/(?:^|[,"\n])[^\S\n]*\p{C}*[=+@|＝%](?!\d)/gu)?.filter((cell) => !/^\n/.test(cell)) ?? []).toEqual(
      [],
    );
    expect(printReport(report, 'table', false).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(printReport(report, 'json', false))).toEqual(report);
  });

  it('is not held up by cells that nobody wrote', async () => {
    const cells = [
      '<p '.repeat(60_000),
      '-'.repeat(300_000),
      'a'.repeat(900_000),
      '<'.repeat(100_000),
      'We cannot help. '.repeat(4_000),
    ];
    const { report } = await audit(put('huge.csv', `id,reply\n${cells.map((cell, at) => `${at},${cell}\n`).join('')}`));
    expect(report.counts).toMatchObject({ replies: 5, broken: 0, cut: 5 });
    expect(report.counts.flagged).toBe(1);
  });
});
