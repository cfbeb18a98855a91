import { existsSync, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Asked } from '../../../bin/audit/count.ts';
import { mapLines, reduceLines } from '../../../bin/audit/map.ts';
import { makeReport } from '../../../bin/audit/report.ts';
import { auditCommand } from '../../../bin/commands/audit.ts';
import { checkCommand } from '../../../bin/commands/check.ts';
import { createProgress } from '../../../bin/progress.ts';
import { tellReplies, toJsonLines } from '../../fixtures/history/write.ts';
import { HOUSE } from '../../packs/house.ts';
import { audit, getPath, packs, prepare, put, read } from './audit.ts';

vi.setConfig({ testTimeout: 120_000 });
prepare();

// The built-in packs are read once, and counted with in this thread: starting workers is another test's matter.
vi.mock('../../../lib/packs/read.ts', async (load) => {
  const real = await load<typeof import('../../../lib/packs/read.ts')>();
  const known = real.readCompiledPacks();
  return { ...real, readCompiledPacks: () => known };
});
vi.mock('../../../bin/audit/pool.ts', async () => {
  const { createPoolHere } = await import('./audit.ts');
  return { createPool: (_size: number, asked: Asked) => createPoolHere(asked) };
});

afterEach(() => void vi.restoreAllMocks());

/** What a command says, and its exit code. */
async function hear(run: () => Promise<number>) {
  const said = { code: 0, out: '', err: '' };
  const listen = (key: 'out' | 'err') => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(listen('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(listen('err'));
  said.code = await run();
  vi.restoreAllMocks();
  return said;
}

/** The checkpoint lies beside the output. */
const run = (...args: string[]) => hear(() => auditCommand([...args, '-o', getPath('out')]));

const ASKED = { severity: 'info', isMacros: false, withText: false, mostWorst: 0 } as const;

async function map(lines: readonly string[], asJson = false) {
  const input = Readable.from(lines.map((line) => Buffer.from(line)));
  return hear(async () => {
    await mapLines(input, { packs, ...ASKED }, undefined, asJson);
    return 0;
  });
}

const reduce = async (lines: string) => makeReport(await reduceLines(Readable.from([Buffer.from(lines)])), packs);

describe('cando audit', () => {
  it('flags what `cando check` flags, the customer’s words considered', async () => {
    const lines = [...toJsonLines(tellReplies(120, 9))];
    lines.push(`${JSON.stringify({ id: 'a', text: 'We cannot change it.', customer: 'Can you change it?' })}\n`);
    const file = put('checked.jsonl', lines);
    const checked = await hear(() => checkCommand(['--format', 'jsonl', file]));
    const sums: Record<string, number> = {};
    for (const line of checked.out.trim().split('\n'))
      for (const { ruleId } of JSON.parse(line).flags) sums[ruleId] = (sums[ruleId] ?? 0) + 1;
    expect(await run(file, '--customer', 'customer', '--format', 'json')).toEqual({ code: 0, out: '', err: '' });
    const { rules, counts } = JSON.parse(read('out'));
    expect(Object.fromEntries(rules.map(({ id, flags }: { id: string; flags: number }) => [id, flags]))).toEqual(sums);
    expect([counts.replies, Object.keys(sums).length > 8]).toEqual([121, true]);
  });

  it('maps lines to sums that add up, however they are shared out, to the totals of the whole', async () => {
    const good = [...toJsonLines(tellReplies(300, 2))];
    const lines = [...good, '{"oops\n', '{"id":1}\n', 'We cannot help you with that.\n'];
    const whole = await map(lines);
    expect(whole.err).toContain('line 301 is not JSON');
    const [one, two] = [await map(lines.slice(0, 80)), await map(lines.slice(80), true)];
    expect(await reduce(one.out + two.out)).toEqual(await reduce(whole.out));
    expect((await reduce(whole.out)).counts).toMatchObject({ replies: 301, broken: 2 });
    const { report } = await audit(put('map.jsonl', good), { asked: { mostWorst: 0 } });
    expect(report.rules.length).toBeGreaterThan(8);
    expect(await reduce((await map(good)).out)).toEqual(report);
    await expect(reduce('total:replies\t1\nrule:a/b:flags\tmany\n')).rejects.toThrow(/line 2: is no sum of a mapper/);
  });

  it('lays a team’s packs over the rules, counts from a severity on, and refuses a pack with faults', async () => {
    const file = put('packed.csv', 'id,reply\n1,Turn the widget on. We cannot send it.\n');
    const pack = put('house.yaml', HOUSE);
    expect((await run(file, '--packs', pack, '--format', 'csv')).code).toBe(0);
    expect(read('out')).toContain('rule,acme/no-widget-talk,');
    expect(read('out')).toContain('rule,cant-focus/cannot,hint,');
    await run(file, '--severity', 'error', '--format', 'json');
    expect(JSON.parse(read('out')).counts).toMatchObject({ replies: 1, flags: 0 });
    const faulty = await run(file, '--packs', put('bad.yaml', HOUSE.replace('phrases:', 'phrazes:')));
    expect([faulty.code, faulty.err]).toEqual([1, expect.stringContaining('there is no key "phrazes"')]);
    expect(readdirSync(getPath('.')).filter((name) => name.includes('checkpoint'))).toEqual([]);
  });

  it('looks before it counts whether its report can be written, and never writes over what it reads', async () => {
    const file = put('kept.csv', 'id,reply\n1,Bye\n');
    const write = (output: string) => hear(() => auditCommand([file, '-o', output]));
    for (const [output, message] of [
      [getPath('.'), /is a folder; name a file/],
      [getPath('no/such/out'), /there is no folder/],
      [file, /is the file that is read/],
    ] as const)
      expect(await write(output)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
    expect(read('kept.csv')).toBe('id,reply\n1,Bye\n');
  });

  it.skipIf(!existsSync('/dev/full'))('says so when the disk is full', async () => {
    const { code, err } = await hear(() => auditCommand([put('full.csv', 'id,reply\n1,Bye\n'), '-o', '/dev/full']));
    expect([code, err]).toEqual([2, 'cando audit: /dev/full: no space left on the disk\n']);
  });

  it('tells in one line what its caller can mend, and ends with 2', async () => {
    const wrong: [string[], RegExp][] = [
      [['nowhere.csv'], /nowhere\.csv: no such file/],
      [[], /name one file/],
      [['a', 'b'], /name one file/],
      [['--format', 'xml', 'a'], /no format "xml"/],
      [['--severity', 'loud', 'a'], /no severity "loud"/],
      [['--workers', '0', 'a'], /--workers takes 1 to/],
      [['--map'], /--map writes to standard output/],
      [['--reduce', 'a'], /--reduce reads standard input/],
    ];
    for (const [args, message] of wrong) {
      const { code, err } = await run(...args);
      expect([code, err.trim().split('\n')]).toEqual([2, [expect.stringMatching(message)]]);
    }
  });

  it('says beside the report that no reply was found, of a header alone and of an empty file', async () => {
    for (const content of ['id,reply\n', ''])
      expect(await run(put('none.csv', content))).toEqual({ code: 0, out: '', err: 'cando audit: no replies found\n' });
    expect((await run(put('none.json', '{"macros":[]}'), '--macros')).err).toBe('cando audit: no macros found\n');
  });

  it('counts one thing as one, and thousands with a comma', async () => {
    await run(put('one.csv', 'id,reply\n1,We cannot help.\n2\n'));
    expect(read('out')).toContain('1 reply, 3 words, read from "reply"\n1 flag (1 error, 0 warnings, 0 hints): ');
    expect(read('out')).toContain('1 broken record left out\n');
    expect(read('out')).toContain('line 3: has 1 cell, where there are 2 columns');
    const many = `id,reply\n${'1,Bye\n'.repeat(1200)}`;
    await run(put('many.csv', many));
    expect(read('out')).toContain('1,200 replies, 1,200 words, read from "reply"\n0 flags (');
  });

  it('names the macros of one value of JSON by their number, for they share a line', async () => {
    const macro = (id: string, times: number) => ({
      ...{ id, usage_30d: times },
      actions: [{ field: 'comment_value', value: 'Unfortunately, we cannot help you.' }],
    });
    const page = JSON.stringify({ macros: [macro('a', 5), macro('b', 1)] });
    await run(put('macros.json', page), '--macros');
    expect(read('out')).toMatch(/ item 1 {2}a {2}used 5 times[\s\S]* item 2 {2}b {2}used 1 time /);
    expect(read('out')).not.toMatch(/line \d/);
    await run(put('pages.jsonl', `${page}\n${page}\n`), '--macros');
    expect(read('out')).toMatch(/ line 1 {2}a[\s\S]* line 2, part 2 {2}b/);
  });
});

describe('The progress of an audit', () => {
  /** What is written of 5,000 replies every ten seconds, on going on after the first thousand. */
  function show(shares: (number | undefined)[], { isTTY = true, columns = 90 } = {}): string[] {
    const written: string[] = [];
    let time = 0;
    const terminal = { isTTY, columns, write: (text: string) => written.push(text) };
    const progress = createProgress(terminal, 'reply', () => time);
    for (const [at, share] of shares.entries()) {
      progress.show(share, 1000 + at * 5000);
      time += 10_000;
    }
    progress.finish(1000 + shares.length * 5000);
    return written;
  }

  it('is a line with the share, the replies a second and the time left', () => {
    const [first, second, third, ...last] = show([0.1, 0.2, 0.3]);
    // Of its speed nothing is known yet.
    expect(first).toBe('\r\x1b[K[##                      ]  10 %  1,000 replies');
    expect(second).toContain(' 20 %  6,000 replies  500/s  1 min 20 s left');
    expect(third).toContain('11,000 replies  500/s  1 min 10 s left');
    expect(last).toEqual(['\r\x1b[K', '16,000 replies, 500/s\n']);
    expect(show([undefined, undefined])[1]).toBe('\r\x1b[K6,000 replies  500/s');
  });

  it('is as short as the terminal is narrow, and never breaks into a second line', () => {
    expect(show([0.1, 0.2], { columns: 50 })[1]).toBe('\r\x1b[K 20 %  6,000 replies  500/s  1 min 20 s left');
    expect(show([0.1, 0.2], { columns: 40 })[1]).toBe('\r\x1b[K 20 %  6,000 replies  1 min 20 s left');
    expect(show([0.1, 0.2], { columns: 30 })[1]).toBe('\r\x1b[K 20 %  1 min 20 s left');
    expect(show([0.1, 0.2], { columns: 10 })[1]).toBe('\r\x1b[K20 %');
  });

  it('is not written where no terminal is', () => {
    expect(show([0.2, 0.3], { isTTY: false })).toEqual([]);
  });
});
