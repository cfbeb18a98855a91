import { createChecker } from '../../lib/engine/checker.ts';
import { createExplain, type Explanation } from '../../lib/engine/explain.ts';
import type { Attempt } from '../../lib/engine/rewrite/rewriter.ts';
import { listExceptions } from '../../lib/packs/exceptions.ts';
import { GUARDS } from '../../lib/packs/guards.ts';
import { PREDICATES } from '../../lib/packs/pages.ts';
import { readPacks } from '../../lib/packs/read.ts';
import type { RuleSource } from '../../lib/packs/schema.ts';
import { InputError, nameSeverity, readArgs, readVariety, runCommand, write } from '../streams.ts';

/**
 * `cando explain [--customer TEXT] "TEXT"`: for each sentence the rules that met something, what silenced them, and how
 * the rewrites were made.
 */
export function explainCommand(args: string[]): Promise<number> {
  return runCommand('explain', async () => {
    const { values, positionals } = readArgs(args, { customer: { type: 'string' }, english: { type: 'string' } });
    const text = positionals.join(' ').replaceAll('\\n', '\n');
    if (text.trim() === '') throw new InputError('say which text: cando explain "We can\'t do that."');
    const packs = readPacks();
    const sources = new Map(packs.flatMap((pack) => [...pack.sources].map(([id, { rule }]) => [id, rule])));
    const options = readVariety(values.english);
    const explain = createExplain(packs, createChecker(packs, options), options);
    const context = values.customer === undefined ? {} : { customer: values.customer };
    for (const { span, matches } of explain(text, context)) {
      await write(`"${text.slice(span.start, span.end)}"\n`);
      if (matches.length === 0) await write('  no rule meets it\n');
      for (const match of matches) {
        await write(describe(match, text, sources.get(match.ruleId) as RuleSource));
      }
    }
    return 0;
  });
}

function describe(
  { ruleId, span, phrase, pattern, silencedBy, givesWayTo, attempts }: Explanation,
  text: string,
  rule: RuleSource,
): string {
  const phrases = [...rule.phrases, ...Object.keys(rule.instead)];
  const met =
    phrase === undefined
      ? describePattern(rule.patterns[pattern ?? 0])
      : (phrases[phrase] ?? 'the sentence as a whole');
  const lines = [`  ${ruleId} meets "${text.slice(span.start, span.end)}"`, `    by ${met}`];
  if (silencedBy !== undefined) {
    const { under, written } = listExceptions(rule)[silencedBy] ?? { under: 'unless', written: '?' };
    const told = [PREDICATES[written], GUARDS[written]].filter(Boolean).join(', ');
    lines.push(`    silenced: ${under} ${written}${told && ` (${told})`}`);
  } else if (attempts) {
    lines.push(`    flagged: ${nameSeverity(rule.severity)}`, ...attempts.map(describeAttempt));
  } else lines.push(givesWayTo ? `    gives way to ${givesWayTo}` : '    another match of the rule stands');
  return `${lines.join('\n')}\n`;
}

function describePattern(pattern: RuleSource['patterns'][number] | undefined): string | undefined {
  return pattern && (pattern.match ?? `/${pattern.regex}/`);
}

function describeAttempt({ template, slots, rewrite, fault }: Attempt): string {
  if (!rewrite) return `    left out: ${template}\n      for ${fault}`;
  const filled = Object.entries(slots).map(([slot, words]) => `\n      {${slot}} is "${words}"`);
  return `    → ${rewrite.text || '(take the sentence out)'}\n      from ${template}${filled.join('')}`;
}
