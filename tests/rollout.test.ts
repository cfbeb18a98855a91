import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePackFile } from '../lib/packs/compile-file.ts';
import { readPackFile } from '../lib/packs/pack-file.ts';
import { readCompiledPacks } from '../lib/packs/read.ts';
import { readManaged } from '../lib/storage/managed.ts';

interface Schema {
  type: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
}

const text = readFileSync('docs/rollout.md', 'utf8');
const schema: Schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);

const [linux = '', firefox = ''] = blocks('json');
const examples: [string, Record<string, unknown>][] = [
  ['Linux', JSON.parse(linux)['3rdparty'].extensions.EXTENSION_ID],
  ['Windows', readRegistry(blocks('reg')[0] ?? '')],
  ['macOS', readPlist(blocks('xml')[0] ?? '')],
  ['Firefox', Object.values(JSON.parse(firefox).policies['3rdparty'].Extensions)[0] as Record<string, unknown>],
];

describe('The guide to a rollout', () => {
  it.each(examples)(
    'shows a policy for %s that has the types Chromium wants, and that CanDo takes whole',
    (_, policy) => {
      expect(Object.keys(policy).length).toBeGreaterThan(4);
      expect(findWrongTypes(policy, schema)).toEqual([]);
      expect(readManaged(policy).faults).toEqual([]);
    },
  );

  it('shows a pack inside a policy that can be compiled', () => {
    const yaml = readManaged(examples[0]?.[1]).policy.packs.flatMap((pack) => pack.yaml ?? []);
    expect(yaml).toHaveLength(1);
    const { pack, faults } = compilePackFile(readPackFile('policy', yaml[0] ?? ''), readCompiledPacks());
    expect([pack?.id, faults]).toEqual(['names', []]);
  });

  it('names rules that there are, Firefox’s id of CanDo, and every key', () => {
    const ids = new Set(readCompiledPacks().flatMap(({ rules }) => rules.map(({ id }) => id)));
    for (const [, policy] of examples) {
      const { locked, severities } = readManaged(policy).policy;
      const named = [...locked, ...Object.keys(severities)].filter((id) => id.includes('/'));
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    }
    const [id = ''] = Object.keys(JSON.parse(firefox).policies['3rdparty'].Extensions);
    expect(readFileSync('wxt.config.ts', 'utf8')).toContain(id);
    const rows = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect(rows.toSorted()).toEqual(Object.keys(schema.properties ?? {}).toSorted());
  });
});

it('A type that Chromium would drop is found', () => {
  expect(findWrongTypes({ lockedRules: ['a/b', 3], automaticUpdates: 'yes' }, schema)).toHaveLength(2);
});

/** The places whose value is not of the type that the schema says. */
function findWrongTypes(
  value: unknown,
  { type, properties = {}, additionalProperties, items }: Schema,
  at = '',
): string[] {
  const found = Array.isArray(value) ? 'array' : typeof value;
  if (found !== type) return [`${at}: ${found}, not ${type}`];
  if (Array.isArray(value))
    return value.flatMap((one, index) => (items ? findWrongTypes(one, items, `${at}[${index}]`) : []));
  if (found !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, one]) => {
    const known = properties[key] ?? additionalProperties;
    return known ? findWrongTypes(one, known, `${at}.${key}`) : [`${at}.${key}: unknown`];
  });
}

/** As Chromium reads it: a list or record is JSON in a string, yes and no are numbers. */
function readRegistry(block: string): Record<string, unknown> {
  const lines = [...block.matchAll(/^"(\w+)"=(?:dword:(\d+)|"(.*)")$/gm)];
  return Object.fromEntries(
    lines.map(([, key = '', number, quoted = '']) => {
      const written = quoted.replaceAll('\\"', '"');
      const value =
        number === undefined ? (/^[[{]/.test(written) ? JSON.parse(written) : written) : Number(number) === 1;
      return [key, value];
    }),
  );
}

/** The few elements of a property list that the guide uses. */
function readPlist(block: string): Record<string, unknown> {
  const json = block
    .replace(/[\s\S]*<plist[^>]*>|<\/plist>/g, '')
    .replace(/>\s+</g, '><')
    .trim()
    .replace(/<key>(.*?)<\/key>/g, '"$1":')
    .replace(/<string>(.*?)<\/string>/g, '"$1",')
    .replace(/<real>(.*?)<\/real>/g, '$1,')
    .replace(/<(true|false)\/>/g, '$1,')
    .replace(/<dict>/g, '{')
    .replace(/<\/dict>/g, '},')
    .replace(/<array>/g, '[')
    .replace(/<\/array>/g, '],');
  return JSON.parse(json.replace(/,(?=[}\]]|$)/g, ''));
}
