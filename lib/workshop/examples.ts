import type { ExampleResult as Tried } from '../packs/test-file.ts';

/** An example of a pack's file, and what became of it. */
export interface ExampleResult {
  /** The rule's name in the pack; of a change, the id of what is changed. */
  rule: string;
  kind: 'wrong' | 'right' | 'exception';
  /** As it is written, a wrong one with its marks. */
  text: string;
  /** Of a wrong one: what the first rewrite should give; null for none. */
  expected?: string | null;
  /** What happened instead, in English; undefined where the example holds. */
  problem: string | undefined;
}

/** A result by the place where its example stands in the file. */
export function toResult({ path, ruleId, example, problem }: Tried): ExampleResult {
  const [part, name = '', , kind] = path;
  if (part !== 'rules') return { rule: ruleId, kind: 'exception', text: example, problem };
  return { rule: name, kind: kind === 'wrong' || kind === 'right' ? kind : 'exception', text: example, problem };
}
