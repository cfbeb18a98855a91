import { stringify } from 'yaml';
import type { CompiledPack } from '../../lib/engine/pack.ts';
import { createLists } from '../../lib/engine/phrase/lists.ts';
import { assemblePack, compileLists, compileRule } from '../../lib/packs/compile.ts';
import { ruleSchema, wordsSchema } from '../../lib/packs/schema.ts';
import { readYaml } from '../../lib/packs/yaml.ts';

/** A small pack for tests, through the real reader: what a rule leaves out is filled in with something valid. */
export function makePack(rules: Record<string, Record<string, unknown>>, words = { who: 'i|we|you' }): CompiledPack {
  const lists = compileLists([readYaml('words.yaml', stringify(words), wordsSchema)]);
  const compiled = Object.entries(rules).map(([name, rule]) => {
    const whole = {
      message: 'Say it.',
      why: 'It helps.',
      examples: { wrong: { '<No>.': null }, right: ['Yes.'] },
      ...rule,
    };
    return compileRule(
      `sample/${name.replace('.yaml', '')}`,
      readYaml(name, stringify(whole), ruleSchema),
      createLists(lists),
    );
  });
  return assemblePack('sample', { name: 'Sample', about: 'For tests.' }, lists, compiled);
}
