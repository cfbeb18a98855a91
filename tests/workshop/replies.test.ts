import { describe, expect, it } from 'vitest';
import { listReplies, readTable } from '../../lib/workshop/replies.ts';

const read = (text: string, column?: number) => {
  const table = readTable(text);
  return table && listReplies(table, column ?? table.text);
};

describe('A file of past replies', () => {
  it('is read as CSV, whatever parts the columns, with lines within a cell', () => {
    const csv = 'id,subject,body\n1,Refund,"We can\'t, sorry.\nBye"\n2,Help,Hello';
    expect(readTable(csv)).toMatchObject({ columns: ['id', 'subject', 'body'], text: 2 });
    expect(read(csv)).toEqual(["We can't, sorry.\nBye", 'Hello']);
    expect(read('\uFEFFTicket;Agent Reply\n1;"Hello; you"\n2;')).toEqual(['Hello; you']);
  });

  it('is read as JSONL with the comments of each ticket, as Zendesk exports them', () => {
    const tickets = [
      {
        id: 1,
        subject: 'Refund',
        comments: [
          { id: 7, body: 'First.' },
          { id: 8, body: 'Second.' },
        ],
      },
      { id: 2, subject: 'None', comments: [] },
      { id: 3, subject: 'Help', comments: [{ id: 9, body: 'Third.' }] },
    ];
    const jsonl = tickets.map((ticket) => JSON.stringify(ticket)).join('\n');
    expect(readTable(jsonl)?.columns).toContain('comments.body');
    expect(read(jsonl)).toEqual(['First.', 'Second.', 'Third.']);
    expect(read(JSON.stringify(tickets))).toEqual(['First.', 'Second.', 'Third.']);
    expect(read('{"text":"one"}\nbroken {\n{"text":"two"}')).toEqual(['one', 'two']);
  });

  it('whose columns have strange names gives the one with the most words, and the other when it is chosen', () => {
    const csv = 'a,b\n1,This is what was written\n2,And this was too';
    expect(readTable(csv)?.text).toBe(1);
    expect(read(csv, 0)).toEqual(['1', '2']);
    expect(readTable('a,b\n1,2\n3,4')?.text).toBe(-1);
  });

  it('may be no file but pasted text: paragraphs or lines', () => {
    expect(read('Hello, you there.\nMore of it.\n\nAnother reply.')).toEqual([
      'Hello, you there.\nMore of it.',
      'Another reply.',
    ]);
    expect(read('One\nTwo')).toEqual(['One', 'Two']);
    expect(readTable(' \n ')).toBeUndefined();
  });

  it('gives the words of replies that were written as HTML', () => {
    expect(read('body\n"<p>We can&#39;t &amp; won\'t.</p><p>Bye<br>Me</p>"')).toEqual(["We can't & won't.\nBye\nMe"]);
    expect(read('body\n"1 < 2 and 3 > 2"')).toEqual(['1 < 2 and 3 > 2']);
  });
});
