import { describe, expect, it } from 'vitest';
import { PackError } from '../../lib/packs/faults.ts';
import { readPacks } from '../../lib/packs/read.ts';
import { packSchema, ruleSchema, wordsSchema } from '../../lib/packs/schema.ts';
import { readYaml } from '../../lib/packs/yaml.ts';
import { addRule } from './add-rule.ts';

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

function makeRule(phrase: string) {
  return ruleSchema.parse({
    message: 'Say it.',
    why: 'It helps.',
    phrases: [phrase],
    examples: { wrong: { '<Zyzzyva>': null }, right: ['We can.'] },
  });
}
