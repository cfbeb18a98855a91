import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLocales } from './read.ts';
import { listNodes, listStrings, type Node, readSources } from './sources.ts';

const [english] = readLocales() as [ReturnType<typeof readLocales>[0]];
const keys = [...english.words.keys()];
const sources = readSources(['components', 'entrypoints', 'lib'], ['.ts', '.tsx']).map((source) => ({
  file: source.file,
  nodes: listNodes(source),
}));

/** What `i18n.t` is asked for, with `*` where a template sets something in: `card.*`. */
const asked = sources.flatMap(({ file, nodes }) =>
  nodes.filter(isCall).flatMap(({ arguments: [key] }) => listStrings(key).map((name) => ({ file, name }))),
);

const literals = new Set(sources.flatMap(({ nodes }) => nodes.flatMap(listStrings)));

describe('The words of the interface', () => {
  it('are there for all that the code says', () => {
    const offences = asked
      .filter(({ name }) => !keys.some((key) => fits(key, name)))
      .map(({ file, name }) => `${file}: ${name}`);
    expect(asked.length).toBeGreaterThan(100);
    expect(offences).toEqual([]);
  });

  it('are all said somewhere', () => {
    const groups = [...new Set(asked.map(({ name }) => name))].filter((name) => name.includes('*'));
    const inManifest = listManifestKeys();
    const isSaid = (key: string) =>
      literals.has(key) ||
      inManifest.includes(key.replaceAll('.', '_')) ||
      // Of a group, those whose last part the code names.
      groups.some((group) => fits(key, group) && literals.has(key.slice(group.indexOf('*'))));
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });

  it('are there for what the manifest names', () => {
    const names = keys.map((key) => key.replaceAll('.', '_'));
    expect(listManifestKeys()).toEqual(['extension_summary']);
    expect(listManifestKeys().filter((name) => !names.includes(name))).toEqual([]);
  });
});

function isCall(node: Node): node is Node & { arguments: unknown[] } {
  const callee = node.callee as Node | undefined;
  const object = callee?.object as Node | undefined;
  const property = callee?.property as Node | undefined;
  return node.type === 'CallExpression' && object?.name === 'i18n' && property?.name === 't';
}

function fits(key: string, name: string): boolean {
  const [start = '', end = ''] = name.split('*');
  return name.includes('*') ? key.startsWith(start) && key.endsWith(end) : key === name;
}

function listManifestKeys(): string[] {
  return [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+?)__/g)].map(([, name]) => name as string);
}
