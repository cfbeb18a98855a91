import type { ExampleResult } from '../../lib/workshop/examples.ts';
import type { RuleOutline } from './outline.ts';

/** An example as it stands in the file, and what is known of it; `open` while the rule cannot be tried. */
export type WrittenExample = ExampleResult & { state: 'green' | 'red' | 'open' };

/** Every example of a rule, with the exceptions' sentences, which only its results name. */
export function listWritten(rule: RuleOutline, results: readonly ExampleResult[]): WrittenExample[] {
  const own: ExampleResult[] = [
    ...rule.wrong.map(([text, expected]) => ({
      rule: rule.name,
      kind: 'wrong' as const,
      text,
      expected,
      problem: undefined,
    })),
    ...rule.right.map((text) => ({ rule: rule.name, kind: 'right' as const, text, problem: undefined })),
    ...results.filter(({ kind }) => kind === 'exception'),
  ];
  return own.map((example) => {
    const result = results.find(({ kind, text }) => kind === example.kind && text === example.text);
    if (!result) return { ...example, state: 'open' };
    return { ...example, problem: result.problem, state: result.problem === undefined ? 'green' : 'red' };
  });
}
