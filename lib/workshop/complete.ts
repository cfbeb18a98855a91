import { readRaw, setAt } from './document.ts';

/** What a rule needs before it can be read; it marks nothing more or less for it. */
const MISSING = { message: '…', why: '…', phrases: ['…'] } as const;
const HEADER = { id: 'draft', name: '…', version: '1.0.0' } as const;

/** The text with whatever a rule that is being written still lacks, so that it can be tried out. */
export function completeRule(text: string, rule: string): string {
  const raw = readRaw(text);
  const rules = raw?.rules as Record<string, Record<string, unknown> | null> | undefined;
  if (!raw || !rules || !Object.hasOwn(rules, rule)) return text;
  const known = rules[rule] ?? {};
  let whole = text;
  for (const [key, value] of Object.entries(HEADER)) if (!raw[key]) whole = setAt(whole, [key], value);
  for (const [key, value] of Object.entries(MISSING)) {
    if (key === 'phrases' && (known.patterns || known.instead || known.sentence)) continue;
    if (isEmpty(known[key])) whole = setAt(whole, ['rules', rule, key], value);
  }
  // Examples are another matter, and a broken one is no reason not to try the rule.
  return setAt(whole, ['rules', rule, 'examples'], { wrong: { '<…>': null }, right: ['…'] });
}

function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}
