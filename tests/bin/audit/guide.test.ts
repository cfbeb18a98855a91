import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { tellReplies, toJsonLines } from '../../fixtures/history/write.ts';
import { audit, getPath, prepare, put } from './audit.ts';

// A program is started: slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 });
prepare();

const program = fileURLToPath(new URL('../../../bin/cando.ts', import.meta.url));
const guide = fileURLToPath(new URL('../../../docs/audit.md', import.meta.url));

describe('The guide to cando audit', () => {
  it('shows a pipe that maps and reduces to the totals of the audit', async () => {
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
