import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';

// A program is started for each: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const program = fileURLToPath(new URL('../../bin/cando.ts', import.meta.url));

function cando(args: string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const rows = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('cando check', () => {
  it('answers each line of JSON with its flags and rewrites, in order', () => {
    const input = [
      { id: '1', text: 'We can’t ship your order until the payment clears.' },
      { id: 2, text: 'It left this morning.', customer: 'Where is it?' },
    ];
    const { status, stdout } = cando(
      ['check', '--format', 'jsonl'],
      input.map((row) => JSON.stringify(row)).join('\n'),
    );
    expect(status).toBe(0);
    const [first, second] = rows(stdout);
    expect(first).toMatchObject({ id: '1', flags: [{ category: 'cant-focus', span: { start: 0 } }] });
    expect(first.flags[0].rewrites[0]).toEqual({
      text: 'We can ship your order as soon as the payment clears.',
      span: { start: 0, end: 50 },
      blanks: [],
    });
    expect(second).toEqual({ id: 2, flags: [] });
  });

  it('gives the blanks of a rewrite within its text', () => {
    const { stdout } = cando(['check', '--format', 'jsonl'], '{"id":1,"text":"Orders cannot be changed."}');
    const [rewrite] = rows(stdout)[0].flags[0].rewrites;
    expect(rewrite.blanks).not.toHaveLength(0);
    for (const { start, end, name } of rewrite.blanks) expect(rewrite.text.slice(start, end)).toBe(`[${name}]`);
  });

  it('names the line of broken input and ends with 2', () => {
    const { status, stderr } = cando(['check', '--format', 'jsonl'], '{"id":1,"text":"a"}\n{oops}');
    expect(status).toBe(2);
    expect(stderr).toContain('standard input, line 2: is not JSON');
  });

  it('reads a sentence that a mail program broke, and names its line and column as written', () => {
    const mail = [
      'Thanks for the photo of the label. I have asked the desk, and we can',
      "not ship the lamp until the payment clears, so I'll write to you on",
      'Friday at noon.',
      '',
      'Orders cannot be changed.',
    ].join('\r\n');
    const { stdout } = cando(['check'], mail);
    expect(stdout).toContain('1:63 warning cant-focus/');
    expect(stdout).toContain('we can ship the lamp as soon as the payment clears');
    expect(stdout).toContain('5:8 warning cant-focus/');
  });

  it('keeps a line that its writer ended', () => {
    const { stdout } = cando(['check'], 'No lamp can be sent\nWe are closed today\n- cannot wait\n> we can\n> not\n');
    expect(stdout).not.toContain('We are closed today cannot');
    expect(stdout).toMatch(/^1:/);
  });

  it('keeps quiet what is plain in the English that is named', () => {
    const [text, words] = ['Please do the needful by Friday.', /needful"/];
    expect(cando(['check'], text).stdout).toMatch(words);
    expect(cando(['check', '--english', 'indian'], text).stdout).not.toMatch(words);
    expect(cando(['check', '--english', 'klingon'], text)).toMatchObject({
      status: 2,
      stderr: 'cando check: no English "klingon"; there are british, american, indian\n',
    });
  });

  it('says of a folder which it is, and of bytes that are no UTF-8 that they are none', () => {
    expect(cando(['check', 'docs'])).toMatchObject({
      status: 2,
      stderr: 'cando check: docs: is a folder; name the files in it\n',
    });
    expect(cando(['check'], Buffer.from('\uFEFFWe can’t.', 'utf16le'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('standard input: is no UTF-8 text'),
    });
  });

  it('names a file that is not there, a format and a command that do not exist', () => {
    expect(cando(['check', 'nowhere.txt'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nowhere.txt: no such file'),
    });
    expect(cando(['check', '--format', 'xml'])).toMatchObject({ status: 2, stderr: expect.stringContaining('"xml"') });
    expect(cando(['check', '--colour'])).toMatchObject({ status: 2, stderr: 'cando check: no option "--colour"\n' });
    expect(cando(['test', 'nosuch'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no rule or pack starts with "nosuch"'),
    });
    expect(cando(['chekc'])).toMatchObject({ status: 2, stderr: expect.stringContaining('"chekc"') });
  });

  it('tells a person the place, the words, the reason and the sentence as it could be', () => {
    const { stdout } = cando(['check'], 'Hi Ana,\n\nSadly, we cannot refund you until Monday.\n');
    expect(stdout).toContain('3:1 warning cant-focus/cannot-until');
    expect(stdout).toContain('→ We can refund you from Monday.');
    expect(stdout).toContain('1 phrase to improve.');
    expect(cando(['check'], 'It left this morning.').stdout).toBe('Nothing to improve.\n');
  });
});

describe('cando check --as-shown', () => {
  it('gives one flag for the same words, where check gives one for each category', () => {
    const row = '{"id":1,"text":"Our policy does not allow refunds."}';
    const count = (args: string[]) => rows(cando(['check', '--format', 'jsonl', ...args], row).stdout)[0].flags.length;
    expect(count([])).toBe(2);
    expect(count(['--as-shown'])).toBe(1);
  });
});

describe('cando explain', () => {
  it('says which rule met a sentence, what silenced it and how its rewrite was made', () => {
    const { status, stdout } = cando([
      'explain',
      "We can't ship it until Monday. You wrote that you can't log in. It is blue.",
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('→ We can ship it from Monday.\n      from {subject} {can} {do} from {until-time}');
    expect(stdout).toContain('{until-time} is "Monday"');
    expect(stdout).toContain('silenced: unless reported');
    expect(stdout).toContain('"It is blue."\n  no rule meets it');
    expect(cando(['explain']).status).toBe(2);
  });
});
