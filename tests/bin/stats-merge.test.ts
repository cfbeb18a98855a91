import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { statsCommand } from '../../bin/commands/stats.ts';
import { drawTeam, type Tally } from '../fixtures/team/generate.ts';

let folder: string;
let tally: Tally;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cando-stats-'));
  const team = drawTeam({ seed: 4, files: 22, workdays: 6, rules: 4 });
  ({ tally } = team);
  mkdirSync(join(folder, 'files'));
  for (const { name, text } of team.drawn) writeFileSync(join(folder, 'files', name), text);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** What a command says, and its exit code. */
async function stats(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    out += String(text);
    for (const one of rest) if (typeof one === 'function') one();
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text).replaceAll(folder, '');
    return true;
  });
  const code = await statsCommand(args);
  vi.restoreAllMocks();
  return { code, out, err };
}

describe('cando stats merge', () => {
  it('adds up a folder, by week and rule, as a table', async () => {
    const { code, out, err } = await stats('merge', join(folder, 'files'), '--by', 'week,version');
    expect(code).toBe(0);
    const [head, ...rows] = out.trim().split('\n');
    expect(head).toBe(
      'week,version,replies,words,left,discarded,flagged,mended,reworded,rewritten,undone,ignored,switchedOff,sent,dropped',
    );
    expect(rows).toHaveLength(18);
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row.split(',')[column]), 0);
    expect([sum(6), sum(13)]).toEqual([tally.rules?.flagged, tally.rules?.sent]);
    expect(err).toBe('22 files of 22 people\n');
  });

  it('takes patterns and single files, each once, and writes JSON into a file', async () => {
    const output = join(folder, 'out.json');
    const files = [join(folder, 'files', 'counts-1*.json'), join(folder, 'files', 'counts-10.json')];
    expect(await stats('merge', ...files, '--format', 'json', '-o', output)).toMatchObject({ code: 0, out: '' });
    const { people, groups, rows } = JSON.parse(readFileSync(output, 'utf8'));
    expect([people, groups, rows.length]).toEqual([11, [], 1]);
  });

  it('tells small groups only together, and agents by their names, never by their numbers', async () => {
    const merge = (by: string) => stats('merge', join(folder, 'files'), '--by', by);
    expect((await merge('group')).out).not.toContain('Small');
    const extra = drawTeam({ seed: 9, files: 6, workdays: 1, rules: 1 }).drawn;
    for (const [at, { text }] of extra.entries())
      writeFileSync(
        join(folder, 'files', `named-${at}.json`),
        text
          .replace(/ {2}"(?:name|group)": .*\n/g, '')
          .replace('"exported"', `"name": "=SUM(${9 - at})", "group": "Named", "exported"`),
      );
    const { out } = await merge('agent');
    // A spreadsheet must not take a name for a formula.
    const formulas = [4, 5, 6, 7, 8, 9].map((at) => `"'=SUM(${at})"`);
    const names = out
      .split('\n')
      .slice(1, -1)
      .map((row) => row.split(',')[0]);
    expect(names).toEqual([...formulas, 'Agent 0', 'Agent 10', 'Agent 20']);
  });

  it('says why there is nothing: no such rule, desk, pack or group, other days, nobody who agreed to be named', async () => {
    const merge = (...args: string[]) => stats('merge', join(folder, 'many'), ...args);
    mkdirSync(join(folder, 'many'));
    for (const { name, text } of drawTeam({ seed: 5, files: 60, workdays: 2, rules: 4 }).drawn)
      writeFileSync(join(folder, 'many', name), text);
    for (const [args, said] of [
      [['--rule', 'cannot'], /: no rule "cannot", there are pack-0\/habit-0, .*\n60 files/],
      [['--desk', 'phone'], /: no desk "phone", there are /],
      [['--pack', 'pack'], /: no pack "pack", there are pack-0, /],
      [['--version', 'pack-0@9'], /: no version "pack-0@9", there are /],
      [['--group', 'Small A'], /: no group "Small A", there are .*; groups of fewer than five people stand together/],
      [['--to', '2020-02-01', '--by', 'week'], /: nothing is counted there: the files hold \d{4}-\d\d-\d\d to /],
    ] as const) {
      const { code, err } = await merge(...args);
      expect([code, err]).toEqual([0, expect.stringMatching(said)]);
    }
    const rest = await merge('--by', 'group');
    expect(rest.out).toContain('\n(smaller groups together),');
    const same = (await merge('--group', '(smaller groups together)')).out.split('\n')[1];
    expect(rest.out).toContain(`\n(smaller groups together),${same}\n`);
  });

  it('says that nobody is told by name, where nobody agreed to it, or others could be reckoned from it', async () => {
    const files = drawTeam({ seed: 5, files: 12, workdays: 2, rules: 4 }).drawn;
    const put = (edit: (text: string, at: number) => string) => {
      for (const [at, { name, text }] of files.entries())
        writeFileSync(join(folder, name), edit(text.replace(/ {2}"(?:name|group)": .*\n/g, ''), at));
      return stats('merge', join(folder, 'counts-*.json'), '--by', 'agent');
    };
    const none = await put((text) => text);
    expect([none.out, none.err]).toEqual(['', 'cando stats merge: nobody agreed to be named\n12 files of 12 people\n']);
    const most = await put((text, at) => (at < 10 ? text.replace('"exported"', `"name": "N${at}", "exported"`) : text));
    expect([most.out, most.err]).toEqual([
      '',
      expect.stringMatching(/^cando stats merge: 10 people agreed to be named/),
    ]);
  });

  it('takes one file from standard input', () => {
    const [file] = readdirSync(join(folder, 'files')).map((name) => join(folder, 'files', name));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['bin/cando.ts', 'stats', 'merge', ...args], { input: readFileSync(file as string) });
    const [piped, named] = [run('-', '--by', 'week'), run(file as string, '--by', 'week')];
    expect([piped.status, String(piped.stdout)]).toEqual([0, String(named.stdout)]);
    expect(String(piped.stdout)).toMatch(/^week,/);
  });

  it('leaves out what is no such file, says so with its name, and ends with 1', async () => {
    writeFileSync(join(folder, 'files', 'ana.json'), '{"format":"cando-counts","version":9}');
    writeFileSync(join(folder, 'files', 'b.json'), readFileSync(join(folder, 'files', 'counts-3.json')));
    const { code, err, out } = await stats('merge', join(folder, 'files'));
    expect([code, err]).toEqual([
      1,
      '/files/ana.json: comes from a later version of CanDo (version): 9\n22 files of 22 people, 1 said nothing new, 1 left out\n',
    ]);
    expect(out.split('\n')[1]?.split(',').slice(0, 2)).toEqual([
      String(tally.totals?.replies),
      String(tally.totals?.words),
    ]);
  });

  it('takes a file in UTF-16, which PowerShell writes, and one with a byte order mark, as it was saved first', async () => {
    const whole = await stats('merge', join(folder, 'files'));
    for (const [at, bytes] of ['utf16le', 'utf16be', 'utf8'].entries()) {
      const file = join(folder, 'files', `counts-${at + 1}.json`);
      const text = `\uFEFF${readFileSync(file, 'utf8')}`;
      writeFileSync(file, bytes === 'utf8' ? text : Buffer.from(text, 'utf16le'));
      if (bytes === 'utf16be') writeFileSync(file, readFileSync(file).swap16());
    }
    expect(await stats('merge', join(folder, 'files'))).toEqual(whole);
  });

  it('ends with 2 where there is nothing to merge, or an option that it does not know', async () => {
    const files = join(folder, 'files');
    for (const [args, said] of [
      [[], 'say which files'],
      [[join(folder, 'none')], 'no such file'],
      [[files, '--by', 'name'], '--by takes day, week'],
      [[files, '--from', '2026-02-30'], '--from takes a day'],
      [[files, '--format', 'xml'], '--format takes csv or json'],
      [[files, '--from', '2026-02-02', '--to', '2026-02-01'], '--from 2026-02-02 is after --to 2026-02-01'],
      [[files, '-o', join(folder, 'none', 'out.csv')], 'there is no folder'],
      [[files, '-o', join(files, 'counts-3.json')], 'is the file that is read'],
    ] as const) {
      const { code, err } = await stats('merge', ...args);
      expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    }
    writeFileSync(join(folder, 'only.json'), '[]');
    expect(await stats('merge', join(folder, 'only.json'))).toMatchObject({ code: 2 });
  });

  it('counts one file of one person as one', async () => {
    const { err } = await stats('merge', join(folder, 'files', 'counts-3.json'));
    expect(err).toBe('1 file of 1 person\n');
  });

  it('lists what replaced what', async () => {
    const { out } = await stats('merge', join(folder, 'files'), '--replaced', '--pack', 'pack-0');
    const [head, first] = out.split('\n');
    expect(head).toBe('rule,phrase,template,times');
    expect(first).toMatch(/^pack-0\/habit-\d+,a phrase,words for it,\d+$/);
  });

  it('loses no phrase that was flagged on another day than its reply went out', async () => {
    const file = join(folder, 'midnight.json');
    const days = [
      { day: '2026-11-19', desk: 'gmail', revision: 1, rules: { 'tone/a@1.0.0': { flagged: 2 } } },
      {
        ...{ day: '2026-11-20', desk: 'gmail', revision: 1, totals: { replies: 1, words: 90 } },
        ...{ packs: { 'tone@1.0.0': { replies: 1, words: 90 } }, rules: { 'tone/a@1.0.0': { sent: 2 } } },
      },
    ];
    const head = { format: 'cando-counts', version: 1, agent: '00000000-0000-4000-8000-000000000001' };
    writeFileSync(file, JSON.stringify({ ...head, exported: '2026-11-21T10:00:00Z', days }));
    const { out } = await stats('merge', file, '--by', 'day,pack');
    expect(out.split('\n').slice(1, 3)).toEqual([
      '2026-11-19,tone,0,0,0,0,2,0,0,0,0,0,0,0,0',
      '2026-11-20,tone,1,90,0,0,0,0,0,0,0,0,0,2,0',
    ]);
  });
});
