import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cando-import-'));
  mkdirSync(join(folder, 'House'));
  writeFileSync(
    join(folder, 'House', 'Words.yml'),
    "extends: existence\nmessage: Leave out '%s'.\ntokens: [utterly, '[A-Z]+']\n",
  );
  writeFileSync(join(folder, 'terms.csv'), 'say,not\nsign in,login\n,,\nuse,utilise,extra\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function cando(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'bin/cando.ts'), ...args], { cwd: folder }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

describe('cando import', () => {
  it('makes a pack file of a Vale style and says what was left behind', async () => {
    const { code, out } = await cando('import', 'vale', 'House', '-o', 'house.yaml');
    expect(code).toBe(0);
    expect(out).toContain('House: 1 rule; 0 carried over, 1 in part, 0 left behind (1 of 2 words and expressions)');
    expect(out).toContain('left behind: [A-Z]+');
    expect(readFileSync(join(folder, 'house.yaml'), 'utf8')).toContain("message: Leave out '{marked}'.");
  });

  it('makes a pack file of a glossary', async () => {
    const { code, out } = await cando('import', 'glossary', 'terms.csv');
    expect(code).toBe(0);
    expect(out).toBe(
      'id: glossary\nname: Glossary\nversion: 1.0.0\nterms:\n  - say: sign in\n    not: login\n  - say: use\n    not: utilise\n',
    );
  });

  it('says in a line what is wrong', async () => {
    expect(await cando('import', 'vale', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    });
    expect(await cando('import', 'vale', 'terms.csv')).toMatchObject({
      code: 2,
      err: 'cando import: terms.csv: no rule of a Vale style was found: a .yml file with "extends:"\n',
    });
    expect(await cando('import', 'word')).toMatchObject({
      code: 2,
      err: expect.stringContaining('say what to import'),
    });
  });
});
