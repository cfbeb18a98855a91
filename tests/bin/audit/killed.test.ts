import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { tellReplies, toCsv, toJsonLines } from '../../fixtures/history/write.ts';
import { audit, getPath, prepare, put } from './audit.ts';

// A program is started for each: slow on a busy machine.
vi.setConfig({ testTimeout: 300_000 });
prepare();

const program = fileURLToPath(new URL('../../../bin/cando.ts', import.meta.url));
const guide = fileURLToPath(new URL('../../../docs/audit.md', import.meta.url));
const checkpoint = () => getPath('kept');

/** Starts an audit of standard input; `said` comes when it ends. */
function start() {
  const args = ['audit', '-', '--checkpoint', checkpoint(), '--format', 'json', '--worst', '10', '--workers', '1'];
  const child = spawn(process.execPath, [program, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  // It may be gone before it has read all.
  child.stdin.on('error', () => {});
  return { child, said: once(child, 'close').then(([code, signal]) => ({ code, signal, out, err })) };
}

describe('cando audit as a program', () => {
  it('killed in the middle goes on where it was; stopped by Ctrl+C too; and comes to the same totals', async () => {
    const csv = [...toCsv(tellReplies(900, 4))].join('');
    const whole = await audit(put('whole.csv', csv));
    const feed = (share: number) => csv.slice(0, Math.floor(csv.length * share));

    // It counts a part, keeps that, and waits for more.
    const killed = start();
    killed.child.stdin.write(feed(0.5));
    await expect.poll(() => existsSync(checkpoint()), { timeout: 250_000 }).toBe(true);
    killed.child.kill('SIGKILL');
    expect(await killed.said).toMatchObject({ signal: 'SIGKILL', out: '' });

    const before = readFileSync(checkpoint(), 'utf8');
    const stopped = start();
    stopped.child.stdin.write(feed(0.8));
    await expect.poll(() => readFileSync(checkpoint(), 'utf8') === before, { timeout: 250_000 }).toBe(false);
    stopped.child.kill('SIGINT');
    const { code, out, err } = await stopped.said;
    expect([code, out]).toEqual([130, '']);
    expect(err).toMatch(/goes on after \d+ replies[\s\S]*stopped after \d+ replies; the same command goes on from/);

    const last = start();
    last.child.stdin.end(csv);
    const end = await last.said;
    expect([end.code, end.err]).toEqual([0, expect.stringMatching(/goes on after \d+ replies/)]);
    expect(JSON.parse(end.out)).toEqual(whole.report);
    expect(existsSync(checkpoint())).toBe(false);
  });

  it('maps and reduces with the pipe of its guide', async () => {
    const { report } = await audit(put('replies.jsonl', toJsonLines(tellReplies(100, 2))));
    const [, pipe = ''] = /^(cat replies\.jsonl .*)$/m.exec(readFileSync(guide, 'utf8')) ?? [];
    const command = pipe.replaceAll('npm run --silent cando --', `"${process.execPath}" "${program}"`);
    const { stdout } = spawnSync('sh', ['-c', command], { cwd: getPath('.'), encoding: 'utf8' });
    const sums = new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    );
    for (const [name, count] of Object.entries(report.counts))
      expect([name, sums.get(`total:${name}`)]).toEqual([name, `${count}`]);
    for (const { id, flags } of report.rules) expect([id, sums.get(`rule:${id}:flags`)]).toEqual([id, `${flags}`]);
    expect(report.rules.length).toBeGreaterThan(5);
  });
});
