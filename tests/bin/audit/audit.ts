import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Bytes, openBytes } from '../../../bin/audit/bytes.ts';
import { type Asked, createAuditChecker, createCounter } from '../../../bin/audit/count.ts';
import type { Pool } from '../../../bin/audit/pool.ts';
import { makeReport, type Report } from '../../../bin/audit/report.ts';
import { type Job, runAudit } from '../../../bin/audit/run.ts';
import type { CompiledPack } from '../../../lib/engine/pack.ts';
import { readCompiledPacks } from '../../../lib/packs/read.ts';

let folder: string;
export const packs: CompiledPack[] = readCompiledPacks();

/** A folder of its own for the file's tests, and the built-in packs, read once. */
export function prepare(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cando-audit-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

export const getPath = (name: string) => join(folder, name);

export function put(name: string, content: string | Buffer | Iterable<string>): string {
  const file = getPath(name);
  const isWhole = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(file, isWhole ? content : [...content].join(''));
  return file;
}

export const read = (name: string) => readFileSync(getPath(name), 'utf8');

const checkers = new Map<string, ReturnType<typeof createAuditChecker>>();

/** Counts in this thread: a worker takes its time to start. One checker serves all who ask the same. */
export function createPoolHere(asked: Asked): Pool {
  const key = JSON.stringify({ ...asked, packs: asked.packs === packs ? [] : asked.packs });
  const checker = checkers.get(key) ?? createAuditChecker(asked);
  checkers.set(key, checker);
  const count = createCounter(asked, checker);
  return { size: 1, count: async (rows) => count(rows), stop: async () => {} };
}

export interface Wanted extends Partial<Omit<Job, 'asked' | 'choices'>> {
  asked?: Partial<Asked>;
  choices?: Partial<Job['choices']>;
}

/** Audits a file in this thread, or with workers of `createPool`. */
export async function audit(file: string | Bytes, { asked, choices, ...job }: Wanted = {}) {
  const notes: string[] = [];
  const told: Asked = { packs, severity: 'info', isMacros: false, withText: false, mostWorst: 10, ...asked };
  const outcome = await runAudit(typeof file === 'string' ? openBytes(file) : file, {
    asked: told,
    choices: { macros: told.isMacros, ...choices },
    createPool: createPoolHere,
    version: '1',
    isFresh: false,
    signal: new AbortController().signal,
    onNote: (note) => notes.push(note),
    onBegin: () => {},
    onDone: async () => {},
    onProgress: () => {},
    ...job,
  });
  const report: Report = makeReport(outcome.totals, told.packs);
  return { ...outcome, report, notes };
}
