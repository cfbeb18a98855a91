import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource, readLines, readRows } from '../../bin/streams.ts';

// Within this program: starting one for each would take most of a minute.

const folder = mkdtempSync(join(tmpdir(), 'cando-streams-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: string | Buffer): string {
  const file = join(folder, 'replies.jsonl');
  writeFileSync(file, content);
  return file;
}

async function readAll(content: string | Buffer) {
  const rows: unknown[] = [];
  for await (const { row } of readRows(write(content))) rows.push(row);
  return rows;
}

async function readText(content: string | Buffer) {
  const lines: string[] = [];
  for await (const line of readLines(openSource(write(content)))) lines.push(line);
  return lines;
}

describe('Lines of JSON', () => {
  it('may have a byte order mark, Windows line ends, empty lines and no line end at the end', async () => {
    expect(await readAll('\uFEFF{"id":1,"text":"a"}\r\n\r\n{"id":2,"text":"b"}')).toEqual([
      { id: 1, text: 'a' },
      { id: 2, text: 'b' },
    ]);
  });

  it.each([
    ['{"id":1,"text":"a"}\n{oops}', 'line 2: is not JSON'],
    ['[]', 'line 1: is not an object'],
    ['null', 'line 1: is not an object'],
    ['{"text":"a"}', 'line 1: "id" is missing'],
    ['{"id":1}', 'line 1: "text" is missing'],
    ['{"id":1,"text":5}', 'line 1: "text" is not text'],
    ['{"id":1,"text":"a","customer":5}', 'line 1: "customer" is not text'],
  ])('are named by their number where they are broken: %s', async (content, message) => {
    await expect(readAll(content)).rejects.toThrow(message);
  });
});

describe('Bytes', () => {
  it.each([
    ['of UTF-16', Buffer.from('\uFEFFWe can’t.', 'utf16le')],
    ['of Latin-1', Buffer.from([0x57, 0xe9, 0x20])],
  ])('that are no UTF-8 are said to be none: %s', async (_, bytes) => {
    await expect(readText(bytes)).rejects.toThrow('replies.jsonl: is no UTF-8 text');
  });
});
