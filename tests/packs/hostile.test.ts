import { describe, expect, it, vi } from 'vitest';
import { PackError } from '../../lib/packs/faults.ts';
import { LIMITS } from '../../lib/packs/limits.ts';
import { readCompiledPacks, readPacks } from '../../lib/packs/read.ts';
import { packSchema, ruleSchema, wordsSchema } from '../../lib/packs/schema.ts';
import { readYaml } from '../../lib/packs/yaml.ts';
import { addRule } from './add-rule.ts';
import { HOUSE, listFaults } from './house.ts';
import { type Hostile, makeHostile, SCRIPT } from './make-hostile.ts';
import { tryHostile } from './try-hostile.ts';

vi.setConfig({ testTimeout: 240_000 });

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

describe('a pack that means harm', () => {
  it.each(KEYS)("cannot reach the program's own objects by the name of a key: %s", (key) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const header = `name: Bad\nabout: Bad.\n${key}: {polluted: true}\n`;
    expect(() => readYaml('rules/bad/pack.yaml', header, packSchema)).toThrow('rules/bad/pack.yaml');
    // A name such as `toString` is refused, `constructor` is a list like any other, `__proto__` is dropped.
    for (const written of [`${key}: [one, two]`, `${key}: {polluted: true}`]) {
      try {
        const { value } = readYaml('rules/words.yaml', `${written}\n`, wordsSchema);
        expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      } catch (error) {
        expect(error).toBeInstanceOf(PackError);
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });

  it('cannot name a word list that is not its own, such as one that every object has', () => {
    for (const list of KEYS) {
      expect(() => addRule(readPacks(), 'cant-focus/bad', makeRule(`<we {${list}}>`))).toThrow();
    }
  });
});

describe('a thousand packs that mean harm', () => {
  const below = readCompiledPacks();
  const all = Array.from({ length: 1_000 }, (_, seed) => makeHostile(seed));

  it('are each refused with a reason, or safe to run', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const kinds = new Map<string, { refused: number; safe: number }>();
    for (const [index, { kind, text }] of all.entries()) {
      const { pack, faults, keys, check } = tryHostile(text, below);
      const seen = kinds.get(kind) ?? { refused: 0, safe: 0 };
      kinds.set(kind, seen);
      if (pack) seen.safe++;
      else seen.refused++;
      expect(pack || faults.length > 0, `${kind}, seed ${index}`).toBeTruthy();
      expect(faults.length).toBeLessThanOrEqual(LIMITS.faults);
      for (const { line, column, message } of faults) {
        expect(Math.min(line, column)).toBeGreaterThan(0);
        expect(message.length, message).toBeLessThanOrEqual(LIMITS.message);
        expect(message).not.toBe('');
      }
      keys();
      if (index % 4 === 0) check();
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('polluted' in {}).toBe(false);
    const counts = [...kinds.values()];
    expect(counts.reduce((sum, { refused, safe }) => sum + refused + safe, 0)).toBe(1_000);
    expect(counts.filter(({ refused }) => refused > 0).length).toBeGreaterThan(8);
    expect(counts.filter(({ safe }) => safe > 0).length).toBeGreaterThan(18);
  });

  it('keep a page that stands in their texts as text, and no slot or link is made of it', () => {
    const pages = all.filter(({ kind }) => kind === 'a page in every text');
    const packs = pages.map(({ text }: Hostile) => tryHostile(text, below).pack);
    expect(packs.map((pack) => pack?.name)).toEqual(pages.map(() => SCRIPT));
    const written = packs.flatMap((pack) => pack?.rules ?? []).map(({ message, why }) => `${message} ${why}`);
    expect(written.filter((text) => text.includes(SCRIPT)).length).toBeGreaterThan(0);
  });
});

describe('a pack beyond what anybody needs', () => {
  it.each([
    ['too many phrases', listFile(100_000), /^1:1 is \d+ characters long; at most 120000/],
    [
      'too many short phrases',
      HOUSE.replace('["<the {product}>"]', `["${'a", "'.repeat(5_100)}b"]`),
      /line ends, quotes, commas/,
    ],
    [
      'too many rules',
      `id: a\nname: A\nversion: 1.0.0\nrules:\n${Array.from({ length: 1_001 }, (_, at) => `  r${at}:\n`).join('')}`,
      /there are 1001 rules; at most 1000/,
    ],
    ['lists that double', doublingFile(), /\{l9\} comes to more than 2000 words/],
    ['gaps without end', gapFile(), /would slow down whoever types/],
    ['tags without end', `${HOUSE}extends: [${'!!x a, '.repeat(300)}]`, /holds tags, anchors or aliases/],
    ['brackets without end', `about: ${'['.repeat(5_000)}`, /is nested too deeply/],
    ['lines without end', `${HOUSE}${'\n'.repeat(13_000)}`, /line ends, quotes, commas/],
  ])('is refused as a whole, in words: %s', (_, text, message) => {
    expect(listFaults(text)[0]).toMatch(message);
  });
});

function listFile(count: number): string {
  const phrases = Array.from({ length: count }, (_, at) => `word${at} thing${at}`);
  return HOUSE.replace('["<the {product}>"]', JSON.stringify(phrases));
}

function doublingFile(): string {
  const lists = Array.from({ length: 20 }, (_, at) => `  l${at + 1}: "{l${at}}|{l${at}}"\n`).join('');
  return `id: a\nname: A\nversion: 1.0.0\nwords:\n  l0: one|two|three|four|five\n${lists}`;
}

function gapFile(): string {
  const rules = Array.from(
    { length: 300 },
    (_, at) =>
      `  r${at}:\n    message: Say it.\n    why: It helps.\n    phrases: [...16 ...16 the ...16 ...16 x${at}]\n    examples: {wrong: {"A <word>.": }, right: [Another.]}\n`,
  );
  return `id: a\nname: A\nversion: 1.0.0\nrules:\n${rules.join('')}`;
}

function makeRule(phrase: string) {
  return ruleSchema.parse({
    message: 'Say it.',
    why: 'It helps.',
    phrases: [phrase],
    examples: { wrong: { '<Zyzzyva>': null }, right: ['We can.'] },
  });
}
