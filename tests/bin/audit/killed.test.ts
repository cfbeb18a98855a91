import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { tellReplies, toCsv } from '../../fixtures/history/write.ts';
import { audit, getPath, prepare, put } from './audit.ts';

// A program is started for each: slow on a busy machine.
vi.setConfig({ testTimeout: 300_000 });
prepare();

const CSV = 'id,reply\n1,We cannot help you.\n';
const program = fileURLToPath(new URL('../../../bin/cando.ts', import.meta.url));
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

    // Of the progress nothing, nor what moves a cursor.
    expect(err).not.toMatch(/\r|\p{Cc}\[|%/u);

    const last = start();
    last.child.stdin.end(csv);
    const end = await last.said;
    expect([end.code, end.err]).toEqual([0, expect.stringMatching(/goes on after \d+ replies/)]);
    expect(JSON.parse(end.out)).toEqual({ column: 'reply', ...whole.report });
    expect(existsSync(checkpoint())).toBe(false);
  });

  it('stopped while it still loads says the same', async () => {
    const hook = `import { registerHooks } from 'node:module';
      let times = 0;
      const resolve = (name, context, next) => {
        if (/commands.audit/.test(name) && times++ === 0) process.kill(process.pid, 'SIGINT');
        return next(name, context);
      };
      registerHooks({ resolve });`;
    const args = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, program, 'audit', put('a.csv', CSV)];
    const child = spawn(process.execPath, args, { cwd: getPath('.') });
    let err = '';
    child.stderr.on('data', (text) => (err += text));
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(err).toBe('cando audit: stopped after 0 replies; nothing is kept to go on from\n');
  });
});
