import { splitWords } from '../engine/text/words.ts';
import type { Variety } from '../engine/types.ts';
import type { TermSource } from './pack-schema.ts';
import { makeSound, type Refuse, refuseBelow } from './refuse.ts';
import type { RuleSource } from './schema.ts';

/** A term as a rule, with what no rule's file can say. */
export interface TermRule {
  /** Its place among the terms. */
  at: number;
  /** Within its pack: `say-sign-in`. */
  name: string;
  rule: RuleSource;
  /** What is never flagged when it is written just so. */
  spelled?: string;
  onlyIn?: Variety;
}

/**
 * Makes rules of a glossary. Terms that contradict one another, or say the same twice, are refused.
 *
 * @param taken names of the pack's rules
 * @param refuse takes note of a fault at a path below `terms`
 */
export function createTermRules(terms: readonly TermSource[], taken: Iterable<string>, refuse: Refuse): TermRule[] {
  const names = new Set(taken);
  const said = createRegister();
  for (const [at, term] of terms.entries()) {
    if (term.say !== undefined && term.kind !== 'banned') said.add(term.say, term.variety, at);
  }
  const flagged = createRegister();
  return terms.flatMap((term, at): TermRule[] => {
    const { say, kind, variety } = term;
    const phrases = makeSound(refuseBelow(refuse, at), (refuseHere) => {
      if (say === undefined && kind !== 'banned')
        refuseHere([], 'a term needs "say": the words to use; without them its kind is banned');
      if (say && /[[\]{}<>|]/.test(say)) refuseHere(['say'], `"${say}": brackets have no place in a term`);
      if (say && kind !== 'banned' && said.find(say, variety, at) < at)
        refuseHere(['say'], `"${say}" has a term above; put these words under its "not"`);
      const all = listWords(term);
      if (all.length === 0) refuseHere([], 'a term needs "not": the words that are flagged');
      return all.map((words, index) => {
        const refuseWords = (message: string) => refuseHere(['not', index], `"${words}" ${message}`);
        if (words === say) refuseWords('is what this term says to use');
        if (said.find(words, variety, at) !== Number.POSITIVE_INFINITY) refuseWords('is what another term says to use');
        if (flagged.find(words, variety, at) < at) refuseWords('stands in the glossary twice');
        flagged.add(words, variety, at);
        return toPhrase(words, refuseWords);
      });
    });
    return phrases ? [{ at, name: nameTerm(term, names), ...toRule(term, [...new Set(phrases)]) }] : [];
  });
}

/** Which term first said some words, in which English; words without one are of every English. */
function createRegister() {
  const entries = new Map<string, { variety: Variety | undefined; at: number }[]>();
  return {
    add(words: string, variety: Variety | undefined, at: number): void {
      const key = toKey(words);
      entries.set(key, [...(entries.get(key) ?? []), { variety, at }]);
    },
    /** The place of the first of the other terms, or infinity. */
    find(words: string, variety: Variety | undefined, own: number): number {
      const others = (entries.get(toKey(words)) ?? []).filter((one) => one.at !== own);
      const same = others.filter((one) => !one.variety || !variety || one.variety === variety);
      return Math.min(...same.map(({ at }) => at));
    },
  };
}

/** What a term flags: of a product's name every spelling, in one word too. */
function listWords({ say = '', not, kind }: TermSource): string[] {
  const written = typeof not === 'string' ? [not] : not;
  if (kind !== 'product' || say === '') return written;
  const joined = say.replace(/\s+/g, '');
  const spellings = [say.toLowerCase(), ...(joined === say ? [] : [joined.toLowerCase()])];
  const known = new Set(written.map(toKey));
  return [...written, ...spellings.filter((words) => words !== say && !known.has(toKey(words)))];
}

function toRule(term: TermSource, phrases: string[]): Pick<TermRule, 'rule' | 'spelled' | 'onlyIn'> {
  const { say, variety, severity } = term;
  const [first = ''] = listWords(term);
  const rule: RuleSource = {
    severity,
    message: say ? `Say “${say}”.` : `Leave out “${first}”.`,
    why: term.why ?? sayWhy(term),
    phrases: say ? [] : phrases,
    instead: say ? Object.fromEntries(phrases.map((phrase) => [phrase, say])) : {},
    patterns: [],
    unless: {},
    'unless-next': {},
    'unless-previous': {},
    'only-if': {},
    rewrites: [],
    notes: false,
    yields: false,
    examples: { wrong: { [`<${first}>`]: null }, right: [say ?? 'Yes.'] },
  };
  const isSpelling = say !== undefined && phrases.some((phrase) => phrase === `<${toKey(say)}>`);
  return { rule, ...(isSpelling && { spelled: say }), ...(variety && { onlyIn: variety }) };
}

function sayWhy({ kind, say }: TermSource): string {
  if (kind === 'product') return 'That is how the name is spelled.';
  return say ? 'One word for one thing: customers find it again.' : 'The house does not use these words.';
}

/** What two spellings have in common: their words, in small letters. */
function toKey(words: string): string {
  const seen = new Set(splitWords(words).map(({ start, end }) => words.slice(start, end)));
  return [...seen].join(' ').toLowerCase();
}

function toPhrase(written: string, refuse: (message: string) => void): string {
  const words = splitWords(written);
  if (words.length === 0) refuse('holds no word');
  else if (words.some(({ opaque }) => opaque))
    refuse('is no word: links, code and what stands in brackets are not checked');
  return `<${toKey(written)}>`;
}

function nameTerm({ say, not, variety }: TermSource, names: Set<string>): string {
  const [first] = typeof not === 'string' ? [not] : not;
  const words = (say ?? first ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const short = words.slice(0, 30).replace(/^-|-$/g, '');
  const base = [say ? 'say' : 'not', short || 'it', variety].filter(Boolean).join('-');
  let name = base;
  for (let next = 2; names.has(name); next++) name = `${base}-${next}`;
  names.add(name);
  return name;
}
