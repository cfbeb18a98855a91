import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { getPart, shuffle } from '../../bin/draw.ts';

// A program is started for each: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const program = fileURLToPath(new URL('../../bin/cando.ts', import.meta.url));

function evaluate(args: string[], rows: unknown[]) {
  const input = rows.map((row) => JSON.stringify(row)).join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'eval', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.replace(/ +/g, ' '), stderr };
}

/** A reply of one sentence with its labels. */
const reply = (id: string, text: string, both: string[] = [], one: string[] = []) => ({
  id,
  channel: 'email',
  text,
  sentences: [{ start: 0, end: text.length, both, one }],
});

const replies = [
  reply('1', 'We can’t change the address.', ['cant-focus']),
  reply('2', 'We can’t open it today.', [], ['cant-focus']),
  reply('3', 'We can’t paint it blue.'),
  reply('4', 'There it is.', ['cant-focus', 'hedging']),
];

describe('cando eval', () => {
  it('counts a flag right when one coach saw it, and looks for what both saw', () => {
    const { status, stdout } = evaluate([], replies);
    expect(status).toBe(0);
    for (const name of ['cant-focus', 'any', 'email']) {
      expect(stdout).toContain(`${name} 0.67 (2 of 3) 0.50 (1 of 2) 0.57`);
    }
    expect(stdout).toContain('hedging - (0 of 0) 0.00 (0 of 1) -');
  });

  it('lists what was missed and what was flagged for nothing', () => {
    const { stdout } = evaluate(['--errors', '9'], replies);
    expect(stdout).toContain('3 of 3 errors');
    expect(stdout).toMatch(/false flag cant-focus\/cannot at "We can’t paint" 3\n We can’t paint it blue\./);
    expect(stdout).toMatch(/missed hedging 4\n There it is\./);
  });

  it('looks at one rule alone, and tells the precision of each', () => {
    const { stdout } = evaluate(['--rule', 'cant-focus/no-way', '--rules'], replies);
    expect(stdout).toContain('cant-focus - (0 of 0) 0.00 (0 of 2) -');
    expect(stdout).not.toContain('hedging');
    expect(evaluate(['--rules'], replies).stdout).toContain('0.67 (2 of 3) cant-focus/cannot');
  });

  it('draws flags with their first rewrite from replies that nobody has labelled', () => {
    const rows = [{ id: 7, text: 'Hi. We can’t change the address.' }];
    const { stdout } = evaluate(['--sample', '5', '--seed', '2'], rows);
    expect(stdout).toContain('1 of 1 flags in 1 replies');
    expect(stdout).toContain(
      '«We can’t change» the address.\n → We can [what is possible] instead of changing the address.',
    );
  });

  it.each([
    ['a reply without labels', [], [{ id: 1, text: 'a' }], 'line 1: "sentences" is missing'],
    ['a label that is no name', [], [reply('1', 'a', [5 as unknown as string])], 'line 1: the labels'],
    ['a sentence without its place', [], [{ id: 1, text: 'a', sentences: [{}] }], 'no start and end'],
    ['a part that is none', ['--part', '3/2'], [], '--part takes a part such as 1/3, not "3/2"'],
    ['a number that is none', ['--errors', 'many'], [], '--errors takes a number, not "many"'],
  ])('names %s and ends with 2', (_, args, rows, message) => {
    const { status, stderr } = evaluate(args, rows);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('what is drawn at random', () => {
  it('is the same for the same seed, and another for another', () => {
    const ids = Array.from({ length: 50 }, (_, id) => id);
    expect(shuffle(ids, 3)).toEqual(shuffle(ids, 3));
    expect(shuffle(ids, 3)).not.toEqual(shuffle(ids, 4));
    expect([...shuffle(ids, 3)].sort((a, b) => a - b)).toEqual(ids);
  });

  it('falls into parts of about the same size', () => {
    const sizes = [0, 0, 0];
    for (let id = 0; id < 3000; id++) {
      const part = getPart(`reply-${id}`, 3) - 1;
      sizes[part] = (sizes[part] ?? 0) + 1;
    }
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(100);
  });
});
