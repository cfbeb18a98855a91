import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packCommand } from '../../bin/commands/pack.ts';
import { HOUSE } from '../packs/house.ts';

vi.setConfig({ testTimeout: 60_000 });

// The built-in packs are read once, not by each command.
vi.mock('../../lib/packs/read.ts', async (load) => {
  const real = await load<typeof import('../../lib/packs/read.ts')>();
  const packs = real.readCompiledPacks();
  return { ...real, readCompiledPacks: () => packs };
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cando-pack-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What a command says, with the folder's name left out, and its exit code. */
async function pack(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const hear = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  const code = await packCommand(args);
  return { code, said: said.replaceAll(`${folder}/`, '') };
}

describe('cando pack lint', () => {
  it('passes a pack without faults with 0, and counts its rules', async () => {
    expect(await pack('lint', put('house.yaml', HOUSE))).toEqual({ code: 0, said: '6 rules, no faults\n' });
  });

  it('tells every fault with file, line and column, and ends with 1', async () => {
    const text = HOUSE.replace('phrases:', 'phrazes:').replace('severity: info', 'severity: loud');
    const { code, said } = await pack('lint', put('bad.yaml', text));
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      'bad.yaml:12:5 there is no key "phrazes" here; did you mean "phrases"?',
      'bad.yaml:19:15 severity: "loud"; it must be error, warning, info',
      '2 faults',
      '',
    ]);
  });

  it('tells programs the same as JSON', async () => {
    const { said } = await pack('lint', '--format', 'json', put('bad.yaml', HOUSE.replace('phrases:', 'phrazes:')));
    expect(JSON.parse(said)).toMatchObject([{ line: 12, column: 5, path: ['rules', 'no-widget-talk', 'phrazes'] }]);
  });

  it('lets a pack change one that was named before it', async () => {
    const second = put(
      'second.yaml',
      'id: second\nname: Second\nversion: 1.0.0\nchanges: {acme/no-widget-talk: {off: true}}\n',
    );
    expect((await pack('lint', put('house.yaml', HOUSE), second)).code).toBe(0);
    expect((await pack('lint', second)).said).toContain('there is no "acme/no-widget-talk" below');
  });

  it('ends with 2 where there is nothing to read', async () => {
    expect(await pack('lint', join(folder, 'none.yaml'))).toEqual({
      code: 2,
      said: 'cando pack lint: none.yaml: no such file\n',
    });
    expect((await pack('lint')).code).toBe(2);
    expect(await pack('lend')).toEqual({ code: 2, said: 'cando pack lend: there are lint, test, diff, bundle\n' });
  });
});

describe('cando pack test', () => {
  it('tells of each example that fails where it stands and what happened instead, and ends with 1', async () => {
    const { code, said } = await pack('test', put('red.yaml', HOUSE.replace('<the widget> on', 'the <widget> on')));
    expect(said).toBe(
      'red.yaml:15:15 "Turn the <widget> on." is marked at "the widget"\n2 examples passed, 1 failed\n',
    );
    expect(code).toBe(1);
  });

  it('ends with 0 where all of them hold', async () => {
    expect(await pack('test', put('house.yaml', HOUSE))).toEqual({ code: 0, said: '3 examples passed, 0 failed\n' });
  });
});

describe('cando pack diff', () => {
  const NEW = HOUSE.replace('3.1.0', '3.2.0')
    .replace('severity: info', 'off: true')
    .replace('not: synergy', 'not: leverage');

  it('says what a new version says otherwise', async () => {
    const { code, said } = await pack('diff', put('old.yaml', HOUSE), put('new.yaml', NEW));
    expect(code).toBe(0);
    expect(said).toContain('~ version\n    - version: 3.1.0\n    + version: 3.2.0\n');
    expect(said).toContain('~ changes cant-focus/cannot\n    - severity: info\n    + off: true\n');
    expect(said).toContain('+ terms not leverage\n- terms not synergy\n');
  });

  it('says what of past replies would be flagged newly, and what no longer', async () => {
    const replies = put('replies.csv', 'id,reply\n1,"We can\'t change that. Let us leverage it."\n2,All good.\n');
    const { said } = await pack('diff', put('old.yaml', HOUSE), put('new.yaml', NEW), '--replies', replies);
    expect(said).toContain('2 replies, 1 of them flagged otherwise');
    expect(said).toMatch(/Newly flagged:\n {2}acme\/not-leverage {2}reply 1: Let us «leverage» it\./);
    expect(said).toMatch(/No longer flagged:\n {2}cant-focus\/cannot {2}reply 1: «We can't change» that\./);
  });

  it('finds no difference between a file and itself', async () => {
    const file = put('old.yaml', HOUSE);
    expect(await pack('diff', file, file)).toEqual({ code: 0, said: 'No difference.\n' });
  });
});

describe('cando pack bundle', () => {
  const RULE =
    'message: Say it.\nwhy: It helps.\nphrases: ["<widget>"]\nexamples: {wrong: {"A <widget>.": }, right: [Yes.]}\n';

  it('makes one file of a folder, and says the hash to pin it by', async () => {
    mkdirSync(join(folder, 'acme'));
    put('acme/pack.yaml', 'name: Acme\nversion: 1.0.0\n');
    put('acme/no-widgets.yaml', RULE);
    const output = join(folder, 'out.yaml');
    const { code, said } = await pack('bundle', join(folder, 'acme'), '-o', output);
    expect(code).toBe(0);
    expect(said).toContain(createHash('sha256').update(readFileSync(output)).digest('hex'));
    expect((await pack('test', output)).said).toBe('2 examples passed, 0 failed\n');
  });

  it('writes nothing where the folder has faults, each told of its own file', async () => {
    mkdirSync(join(folder, 'acme'));
    put('acme/pack.yaml', 'name: Acme\nversion: 1.0.0\n');
    put('acme/no-widgets.yaml', RULE.replace('<widget>"]', '<widget"]'));
    const { code, said } = await pack('bundle', join(folder, 'acme'), '-o', join(folder, 'out.yaml'));
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^acme\/no-widgets\.yaml:3:11 ">" is missing/),
    });
    expect(() => readFileSync(join(folder, 'out.yaml'))).toThrow();
  });
});
