import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellReplies, toCsv } from '../fixtures/history/write.ts';
import { isLong } from './length.ts';

const program = fileURLToPath(new URL('../../bin/cando.ts', import.meta.url));
const REPLIES = 300_000;
/** Milliseconds for the whole of it on a machine that does much else. */
const PATIENCE = 1_800_000;
/** How much more memory the second half may need than the first tenth: it was 1.8 times as much where V8 let garbage lie. */
const GROWTH = 1.2;
const KILLS = 3;

let folder: string;
const getPath = (name: string) => join(folder, name);

interface Moment {
  /** How much of the history the checkpoint is of, from 0 to 1. */
  share: number;
  /** Megabytes that the process has; undefined where the system does not tell. */
  memory: number | undefined;
}

/** Audits the history. Looks on four times a second, and kills it when `isEnough`. */
async function audit(checkpoint: string, isEnough: (share: number) => boolean = () => false) {
  const args = ['audit', 'history.csv', '--format', 'json', '--workers', '2', '--checkpoint', checkpoint];
  const child = spawn(process.execPath, [program, ...args], { cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const moments: Moment[] = [];
  const watch = setInterval(() => {
    const share = readShare(checkpoint);
    moments.push({ share, memory: readMemory(child.pid) });
    if (isEnough(share)) child.kill('SIGKILL');
  }, 250);
  const [code, signal] = await once(child, 'close');
  clearInterval(watch);
  return { code, signal, out, err, moments };
}

function readShare(checkpoint: string): number {
  if (!existsSync(getPath(checkpoint))) return 0;
  return JSON.parse(readFileSync(getPath(checkpoint), 'utf8')).place.offset / statSync(getPath('history.csv')).size;
}

function readMemory(pid: number | undefined): number | undefined {
  const status = `/proc/${pid}/status`;
  const [, kilobytes] = existsSync(status) ? (/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8')) ?? []) : [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

// Its short share is tests/bin/audit/killed.test.ts: the first thousands of replies tell nothing of the memory.
describe.runIf(isLong)(`A history of ${REPLIES} replies`, () => {
  let whole: Awaited<ReturnType<typeof audit>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cando-long-audit-'));
    await pipeline(Readable.from(toCsv(tellReplies(REPLIES, 21))), createWriteStream(getPath('history.csv')));
    whole = await audit('whole');
  }, PATIENCE);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is audited in a memory that is as large after a tenth of it as at the end', ({ skip }) => {
    expect(JSON.parse(whole.out).counts).toMatchObject({ replies: REPLIES, broken: 0 });
    const known = whole.moments.filter(({ memory }) => memory !== undefined);
    if (known.length === 0) skip('the system does not tell of the memory');
    const between = (from: number, to: number) =>
      Math.max(0, ...known.flatMap(({ share, memory }) => (share > from && share <= to ? (memory ?? 0) : [])));
    const [early, late] = [between(0, 0.1), between(0.5, 1)];
    console.log(`Megabytes in the first tenth and in the second half: ${early.toFixed(0)}, ${late.toFixed(0)}`);
    expect(early).toBeGreaterThan(0);
    expect(late / early).toBeLessThan(GROWTH);
  });

  it('killed again and again goes on to the same report, byte for byte', { timeout: PATIENCE }, async () => {
    let [come, kills] = [0, 0];
    // Killed as soon as it has kept something new.
    const isEnough = (share: number) => kills < KILLS && share > come;
    let run = await audit('killed', isEnough);
    for (; run.signal === 'SIGKILL'; run = await audit('killed', isEnough)) {
      kills++;
      come = readShare('killed');
    }
    expect([run.code, kills]).toEqual([0, KILLS]);
    expect(run.err).toMatch(/goes on after [\d,]+ replies/);
    expect(run.out).toBe(whole.out);
  });
});
