import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULES_FOLDER, readCompiledPacks, readPacks } from '../../lib/packs/read.ts';

const GOOD = `message: Say it.
why: It helps.
phrases:
  - "<we> can not"
rewrites:
  - "We can [what you can do]"
examples:
  wrong:
    "<We> can not.": We can [what you can do].
  right:
    - We can.
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cando-packs-'));
  mkdirSync(join(folder, 'sample'));
  cpSync(join(RULES_FOLDER, 'words.yaml'), join(folder, 'words.yaml'));
  writeFileSync(join(folder, 'sample', 'pack.yaml'), 'name: Sample\nabout: For tests.\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

const read = (rule: string) => {
  writeFileSync(join(folder, 'sample', 'one.yaml'), rule);
  return readPacks(folder);
};

describe('reading a pack', () => {
  it('names rules by their path and the category by the folder', () => {
    const [pack] = read(GOOD);
    expect(pack).toMatchObject({ id: 'sample', name: 'Sample' });
    expect(pack?.rules).toMatchObject([{ id: 'sample/one', category: 'sample', severity: 'warning', notes: false }]);
  });

  it('ships no examples, and no word list that no rule uses', () => {
    read(GOOD);
    const [pack] = readCompiledPacks(folder);
    expect(JSON.stringify(pack)).not.toContain('examples');
    expect(pack?.lists).toEqual({});
  });

  it.each([
    ['an unknown key', GOOD.replace('why:', 'reason:'), 'rules/sample/one.yaml:'],
    ['a wrong severity', `severity: awful\n${GOOD}`, 'rules/sample/one.yaml:1:11 severity'],
    [
      'a phrase that cannot be read',
      GOOD.replace('<we> can not', '<we can not'),
      'rules/sample/one.yaml:4:5 ">" is missing',
    ],
    ['a list that is not there', GOOD.replace('<we>', '<{nobody}>'), 'one.yaml:4:5 no word list "{nobody}"'],
    ['a slot that is not there', GOOD.replace('We can [', '{whoever} can ['), 'one.yaml:6:5 no slot "{whoever}"'],
    ['a blank that is never closed', GOOD.replace('do]"', 'do"'), 'one.yaml:6:5 a blank is never closed'],
    ['neither phrases nor patterns', GOOD.replace(/phrases:\n.*\n/, ''), 'has neither phrases nor patterns'],
    ['no right example', GOOD.replace(/ {2}right:\n.*\n/, '  right: []\n'), 'has no right example'],
    ['no wrong example', GOOD.replace(/ {2}wrong:\n.*\n/, '  wrong: {}\n'), 'has no wrong example'],
    ['broken YAML', `${GOOD}  oops: [`, 'rules/sample/one.yaml:'],
    ['a key that stands twice', `${GOOD}why: Again.\n`, 'one.yaml:'],
    [
      'an alias',
      GOOD.replace('why: It helps.', 'why: &a It helps.\nsource: *a'),
      'one.yaml:3:9 "*a": aliases are refused',
    ],
    ['a file without end', `${GOOD}# ${'x'.repeat(300_000)}`, 'at most'],
  ])('refuses %s, with the file and the place', (_, rule, message) => {
    expect(() => read(rule)).toThrow(message);
  });

  it('asks for the file that says what a pack is about', () => {
    rmSync(join(folder, 'sample', 'pack.yaml'));
    expect(() => read(GOOD)).toThrow('rules/sample/pack.yaml:1:1 is missing');
  });
});
