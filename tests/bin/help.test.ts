import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { USAGE } from '../../bin/usage.ts';

// A program is started for each: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const program = fileURLToPath(new URL('../../bin/cando.ts', import.meta.url));

function call(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [program, ...args], (error, out, err) => resolve({ code: error?.code ?? 0, out, err })),
  );
}

describe('The help of the command line', () => {
  it('tells of one command what the whole says of it, and of all it says', async () => {
    const names = [...new Set([...USAGE.matchAll(/^ {2}cando (\w+)/gm)].map(([, name = '']) => name))];
    expect(names).toContain('audit');
    let told = '';
    for (const name of names) {
      const { code, out, err } = await call(name, '--help');
      expect([name, code, err]).toEqual([name, 0, '']);
      for (const line of out.split('\n').filter((one) => /^ {2}\S/.test(one))) expect(line).toContain(`cando ${name}`);
      told += out;
    }
    expect(told).toBe(USAGE.slice(USAGE.indexOf('  cando '), USAGE.indexOf('\nExit codes')));
  });

  it('is there for a command within a command and by its short name, and not where it is the text', async () => {
    expect(await call('stats', 'merge', '--help')).toMatchObject({ code: 0, out: expect.stringMatching(/--by week/) });
    expect(await call('pack', '-h')).toMatchObject({ code: 0, out: expect.stringMatching(/pack lint/) });
    expect(await call('help', 'audit')).toEqual(await call('audit', '-h'));
    expect((await call('explain', '--', '-h')).out).toMatch(/^"-h"/);
  });
});
