import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HOUSE } from './house.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/pack.schema.json', import.meta.url), 'utf8'));
const isValid = new Ajv2020({ strict: false }).compile(schema);

describe('the published schema of pack files', () => {
  it('lets a whole pack file pass', () => {
    expect(isValid(parse(HOUSE)), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each([
    ['of the file', 'maintainer:', 'maintainr:'],
    ['of a rule', 'phrases:', 'phrazes:'],
    ['of a change', '    severity:', '    severty:'],
    ['of a term', 'kind:', 'kin:'],
  ])('underlines a misspelt key %s', (_, from, to) => {
    expect(isValid(parse(HOUSE.replace(from, to)))).toBe(false);
  });

  it('tells of every key of a pack, a rule, a change and a term what it is for', () => {
    const { properties } = schema;
    const shapes = [
      schema,
      properties.rules.additionalProperties,
      properties.changes.additionalProperties,
      properties.terms.items,
    ];
    const untold = shapes.flatMap((shape) =>
      Object.entries<{ description?: string }>(shape.properties)
        .filter(([, { description }]) => !description)
        .map(([key]) => key),
    );
    expect(untold).toEqual([]);
  });
});
