import { describe, expect, it } from 'vitest';
import { printReport } from '../../../bin/audit/print.ts';
import { audit, prepare, put } from './audit.ts';

prepare();

describe('An audit of what a desk or a spreadsheet exports', () => {
  it('reads the table that Excel marks with what parts its cells', async () => {
    for (const end of ['\n', '\r\n']) {
      const lines = ['sep=;', 'id;reply', '1;We cannot help, sorry.', '2;Bye.'];
      const { report } = await audit(put('sep.csv', lines.join(end)));
      expect(report).toMatchObject({ counts: { replies: 2, broken: 0 }, worst: [{ id: '1', line: 3 }] });
    }
    for (const mark of ['"sep=;"\n', 'sep=;;\r\n', 'sep=;\r']) {
      const newline = mark.endsWith('\r') ? '\r' : '\n';
      const file = put('marked.csv', `${mark}1;We cannot help you today, sorry.${newline}`);
      expect([mark, (await audit(file)).report.counts]).toEqual([
        mark,
        expect.objectContaining({ replies: 1, words: 6 }),
      ]);
    }
    const bare = await audit(put('bare.csv', 'sep=,\n1,We cannot help you today.\n2,Bye now and until Monday.\n'));
    expect(bare.report.counts).toMatchObject({ replies: 2, broken: 0 });
  });

  it('takes no title and no customer’s words for a reply, unless it is told to', async () => {
    for (const [name, header] of [
      ['Description', 'Ticket ID,Subject,Description'],
      ['Subject', 'Ticket ID,Requester,Subject'],
    ] as const) {
      const file = put('tickets.csv', `${header}\n1,Ana,You must have lost my parcel\n2,Ben,I cannot log in\n`);
      await expect(audit(file)).rejects.toThrow(`no column is seen to hold replies: "${name}" is a title`);
      expect((await audit(file, { choices: { column: name } })).report.counts.replies).toBe(2);
    }
    const long = 'You must have lost my parcel, and I want it back before Monday, please';
    const both = put('both.csv', `id,Customer message,What we said\n1,"${long}",We cannot help you.\n`);
    expect((await audit(both, { asked: { withText: true } })).report.worst[0]?.text).toBe('We cannot help you.');
  });

  it('leaves out what customers wrote, and private notes, where a column tells', async () => {
    const say = 'We cannot help.';
    const csv = [
      'id,role,public,body',
      ...[`1,end-user,true,${say}`, `2,agent,true,${say}`, `3,agent,false,${say}`, `4,Customer,,${say}`, `5,,,${say}`],
    ];
    expect((await audit(put('roles.csv', csv.join('\n')))).report.counts).toMatchObject({ replies: 2, others: 3 });
    const talk = {
      id: 7,
      parts: [
        { body: say, author: { type: 'user' } },
        { body: say, author: { type: 'admin' } },
      ],
      requester: { role: 'end-user' },
    };
    const lines = put('talk.jsonl', `${JSON.stringify(talk)}\n${JSON.stringify(talk)}\n`);
    expect((await audit(lines)).report.counts).toMatchObject({ replies: 2, others: 2 });
    // In a column of that name many desks mean their own people.
    const own = await audit(put('own.csv', `id,role,body\n1,user,${say}\n2,user,${say}\n`));
    expect(own.report.counts).toMatchObject({ replies: 2, others: 0 });
  });

  it('reads macros whose text stands among actions in a cell', async () => {
    const actions = (...all: object[]) => `"${JSON.stringify(all).replaceAll('"', '""')}"`;
    const says = { field: 'comment_value_html', value: '<p>We cannot help.</p>' };
    const csv = `id,title,actions\n1,Refund,${actions({ field: 'status', value: 'solved' }, says)}\n2,None,${actions({ field: 'status' })}\n`;
    const { report } = await audit(put('zendesk.csv', csv), { asked: { isMacros: true, withText: true } });
    expect(report.counts).toMatchObject({ replies: 1, words: 3, empty: 1 });
    expect(report.worst[0]).toMatchObject({ title: 'Refund', text: 'We cannot help.' });
    const broken = put('cut.csv', `${csv}3,Cut,"[{""field"": "\n`);
    const cut = await audit(broken, { asked: { isMacros: true } });
    expect(cut.report).toMatchObject({ counts: { replies: 1, broken: 1 }, broken: [{ line: 4 }] });
    await expect(audit(put('zendesk.csv', csv))).rejects.toThrow('holds macros, not replies ("actions"); say --macros');
    const page = put('page.json', JSON.stringify({ macros: [{ title: 'Refund', actions: [says] }] }));
    await expect(audit(page)).rejects.toThrow('holds macros, not replies; say --macros');
  });

  it('reads uses as people write them, and says of how many macros they are no number', async () => {
    const uses = ['1,200', '1.200', '1 200', "1'200'000", '12.0', '7', '', 'n/a', '-5', '1.5e3', '1.25', '1,2,3'];
    const csv = `id,title,body,usage_30d\n${uses.map((one, at) => `${at},A,Hello.,"${one}"`).join('\n')}\n`;
    const { report } = await audit(put('uses.csv', csv), { asked: { isMacros: true } });
    expect(report.counts).toMatchObject({ replies: 12, uses: 3 * 1_200 + 1_200_000 + 12 + 7, unclear: 5 });
    expect(printReport(report, 'table', true)).toContain('of 5 macros it could not be read how often they were used');
  });
});
