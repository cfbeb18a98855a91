import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runExamples } from '../lib/packs/examples.ts';
import { readPacks } from '../lib/packs/read.ts';
import { ruleSchema } from '../lib/packs/schema.ts';
import { pictures } from '../scripts/screenshots/pictures.ts';
import { editors } from './matrix/list.ts';
import { addRule } from './packs/add-rule.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'PRIVACY.md',
  'docs/audit.md',
  'docs/desks.md',
  'docs/editors.md',
  'docs/for-leads.md',
  'docs/for-trainers.md',
  'docs/keys.md',
  'docs/import-vale.md',
  'docs/packs.md',
  'docs/packs-in-git.md',
  'docs/guide.md',
  'docs/permissions.md',
  'docs/rollout.md',
  'docs/subscriptions.md',
  'docs/team-server.md',
  'docs/store/building.md',
  'docs/store/listing.md',
  'docs/threats.md',
];

describe('what the documents say', () => {
  it('shows a rule in CONTRIBUTING.md that works as it stands', () => {
    const [, written = ''] = /```yaml\n([\s\S]*?)```/.exec(read('CONTRIBUTING.md')) ?? [];
    const rule = ruleSchema.parse(parse(written));
    expect(runExamples(addRule(readPacks(), 'cant-focus/closed', rule), 'cant-focus/closed')).toMatchObject({
      failures: [],
    });
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((file) => [...read(file).matchAll(/npm run (?:--silent )?([\w:]+)/g)]);
    expect(named.map(([, name]) => name).filter((name) => !Object.hasOwn(scripts, name as string))).toEqual([]);
  });

  it('says of every editor of the test page what holds there', () => {
    const [, ...rows] = read('docs/editors.md').match(/^\|.*$/gm) ?? [];
    const missing = editors.filter(({ title }) => !rows.some((row) => row.startsWith(`| ${title} `)));
    expect(editors.length).toBeGreaterThan(14);
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  it('links only to files that there are', () => {
    const broken = DOCUMENTS.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#:]+)\)/g)]
        .map(([, target]) => join(root, dirname(file), target as string))
        .filter((target) => !existsSync(target)),
    );
    expect(broken).toEqual([]);
  });

  it('shows only pictures that `npm run screenshots` makes, and all of them', () => {
    const shown = DOCUMENTS.flatMap((file) =>
      [...read(file).matchAll(/images\/([\w-]+)\.png/g)].map(([, name]) => name),
    );
    expect([...new Set(shown)].sort()).toEqual(Object.keys(pictures).sort());
    expect(readdirSync(join(root, 'docs/images')).sort()).toEqual(
      Object.keys(pictures)
        .map((name) => `${name}.png`)
        .sort(),
    );
  });

  it('has pictures of the size that the store takes', () => {
    for (const name of Object.keys(pictures)) {
      const picture = readFileSync(join(root, `docs/images/${name}.png`));
      // A PNG says its width and height right at the beginning.
      expect([name, picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([name, 1280, 800]);
    }
  });

  it('names only tests that there are', () => {
    const named = DOCUMENTS.flatMap((file) => [
      ...read(file).matchAll(/`(tests\/[^`]+\.tsx?)`: ([^|\n]+?) *(?=\||$)/gm),
    ]);
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter(([, file = '', title = '']) => {
      const source = existsSync(join(root, file)) ? read(file) : '';
      return ![`'${title}'`, `"${title}"`].some((quoted) => source.includes(quoted));
    });
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});
