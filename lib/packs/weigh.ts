import { type CompiledPack, type CompiledRule, listPhrases } from '../engine/pack.ts';
import { compilePhrase } from '../engine/phrase/automaton.ts';
import type { Lists } from '../engine/phrase/lists.ts';
import { readNeeds } from '../engine/phrase/phrase-index.ts';
import { parsePhrase } from '../engine/phrase/syntax.ts';
import { listExceptions } from './exceptions.ts';
import { LIMITS } from './limits.ts';
import type { PackFile } from './pack-schema.ts';

/** How heavy a pack is, told before it reaches a page: in steps, so that no clock decides. */

const LIST = /\{([a-z][a-z0-9-]*)\}/g;
const WORD = /[^\s|(){}<>?]+/g;

/**
 * Makes a ruler for phrases: how many words one comes to with its lists written out. A list that names itself, or others too
 * many within one another, has no end.
 */
export function createRuler(lists: Readonly<Record<string, string>>): (written: string, depth?: number) => number {
  const known = new Map<string, number>();
  return function measure(written, depth = 0): number {
    if (depth > LIMITS.depth) return Number.POSITIVE_INFINITY;
    let size = written.match(WORD)?.length ?? 0;
    for (const [, name = ''] of written.matchAll(LIST)) {
      if (!Object.hasOwn(lists, name)) continue;
      const own = known.get(name) ?? measure(lists[name] as string, depth + 1);
      known.set(name, own);
      size += own;
    }
    return size;
  };
}

/** What of a file is too much to be compiled, in a sentence; undefined where nothing is. */
export function findExcess(file: PackFile, lists: Readonly<Record<string, string>>): string | undefined {
  const ruler = createRuler(lists);
  const phrases = listAllPhrases(file);
  if (phrases.length > LIMITS.phrases) return `there are ${phrases.length} phrases; at most ${LIMITS.phrases}`;
  let words = 0;
  for (const phrase of phrases) words += ruler(phrase);
  if (words <= LIMITS.writtenOut) return undefined;
  return `the phrases come to more than ${LIMITS.writtenOut} words with their word lists written out; shorten the lists`;
}

function listAllPhrases({ rules, changes, terms }: PackFile): string[] {
  return [
    ...Object.values(rules).flatMap((rule) => [
      ...rule.phrases,
      ...Object.keys(rule.instead),
      ...rule.patterns.flatMap(({ words = [] }) => words),
      ...listExceptions(rule).map(({ written }) => written),
    ]),
    ...Object.values(changes).flatMap(({ unless = {} }) => Object.keys(unless)),
    ...terms.flatMap(({ not }) => not),
  ];
}

/** What a predicate, a flag or a piece of text that is looked for costs, beside a step of a phrase. */
const ASKED = 20;
/** A phrase that may start at any word is tried at each. */
const ANYWHERE = 10;

/** What the phrases of a rule cost at most in one sentence, each with the rule's exceptions, and the rule as a whole. */
export interface Weight {
  phrases: number[];
  all: number;
}

/** Weighs a rule, in steps: a pack that is dear in every sentence would slow each key. */
export function weighRule(rule: CompiledRule, lists: Lists): Weight {
  const judged = weighExceptions(rule, lists);
  const phrases = listPhrases(rule).map((written) => weighPhrase(written, lists) + judged);
  const signs = rule.patterns.reduce((sum, pattern) => sum + (pattern.signs?.length ?? 0), rule.sentence ? 1 : 0);
  return { phrases, all: phrases.reduce((sum, cost) => sum + cost, ASKED * signs) };
}

/** The steps that the dearest word starts, of a pack whose rules were weighed. */
export function weighDearest({ rules, index }: CompiledPack, weights: ReadonlyMap<CompiledRule, Weight>): number {
  const byWord = new Map<string, number>();
  let at = 0;
  for (const rule of rules) {
    const costs = weights.get(rule)?.phrases ?? [];
    for (const [place, written] of listPhrases(rule).entries()) {
      const [rarest] = readNeeds(index.needs[at++] as string, written, index.sets);
      for (const word of rarest?.words ?? []) byWord.set(word, (byWord.get(word) ?? 0) + (costs[place] ?? 0));
    }
  }
  let dearest = 0;
  for (const cost of byWord.values()) dearest = Math.max(dearest, cost);
  return dearest;
}

function weighExceptions({ unless }: CompiledRule, lists: Lists): number {
  return unless.reduce((sum, one) => sum + ('phrase' in one ? weighPhrase(one.phrase, lists) : ASKED), ASKED);
}

function weighPhrase(written: string, lists: Lists): number {
  const { positions, openers } = compilePhrase(parsePhrase(written, lists), lists);
  const steps = positions.reduce((sum, { next }) => sum + next.length, positions.length);
  return steps * (openers ? 1 : ANYWHERE);
}
