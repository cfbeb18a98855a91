import { findBlanks } from '../engine/blanks.ts';
import { type CompiledException, type CompiledPack, type CompiledRule, listPhrases } from '../engine/pack.ts';
import { compilePhrase } from '../engine/phrase/automaton.ts';
import { createLists, getList, type Lists } from '../engine/phrase/lists.ts';
import { findNeeds } from '../engine/phrase/needs.ts';
import { indexPhrases } from '../engine/phrase/phrase-index.ts';
import { PhraseError, type PhraseNode, parsePhrase } from '../engine/phrase/syntax.ts';
import { predicates } from '../engine/predicates/index.ts';
import { findUnknownSlots, SLOTS } from '../engine/rewrite/slots.ts';
import { listExceptions, type WrittenException } from './exceptions.ts';
import { LIMITS } from './limits.ts';
import { compilePattern, toList } from './patterns.ts';
import { makeSound, type Refuse, refuseBelow } from './refuse.ts';
import type { RuleSource, WordsSource } from './schema.ts';
import { suggest } from './suggest.ts';
import { createRuler } from './weigh.ts';
import type { Located } from './yaml.ts';

/**
 * Compiles what people write into what the engine takes. Everything that could fail fails here, when packs are built or
 * taken in, with file and line.
 */

/** Reads the word lists, each of which may use those above it and those of `before`. As they are written, by name. */
export function compileLists(
  sources: readonly Located<WordsSource>[],
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const lists: Record<string, string> = { ...before };
  for (const source of sources) {
    for (const [name, entry] of Object.entries(source.value)) {
      const written = Array.isArray(entry) ? entry.join('|') : entry;
      const size = createRuler(lists)(written);
      if (size > LIMITS.list) {
        source.refuse([name], `{${name}} comes to more than ${LIMITS.list} words with the lists in it; shorten it`);
        continue;
      }
      const sound = makeSound(source.refuse, (refuse) =>
        validate(`(${written})`, createLists(lists), (message) => refuse([name], `{${name}}: ${message}`)),
      );
      if (sound !== undefined) lists[name] = written;
    }
  }
  return lists;
}

/** Reads a phrase to be sure that it can be read; it stays as it is written. */
export function validate(written: string, lists: Lists, refuse: (message: string) => void): string {
  try {
    compilePhrase(parsePhrase(written, lists), lists);
  } catch (error) {
    if (error instanceof PhraseError) refuse(`${error.message}, at "${written.slice(error.at, error.at + 20)}"`);
    else if (error instanceof RangeError) refuse(error.message);
    else throw error;
  }
  return written;
}

/** The same for a phrase that goes into the index, which must know by which words it can be ruled out. */
function validateOpener(written: string, lists: Lists, refuse: (message: string) => void): string {
  const note: Refuse = (_, message) => refuse(message);
  const sound = makeSound(note, (refuseHere) => validate(written, lists, (message) => refuseHere([], message)));
  if (sound !== undefined && findNeeds(parsePhrase(written, lists).node, lists).length === 0)
    refuse('a phrase needs at least one word that must be there');
  return written;
}

/**
 * Compiles one rule; `id` is `pack/rule`. What comes of one that was refused is of no use.
 *
 * @param needsExamples what was imported from elsewhere has none for what cannot be shown in a sentence
 */
export function compileRule(id: string, source: Located<RuleSource>, lists: Lists, needsExamples = true): CompiledRule {
  const { value: rule, refuse } = source;
  const instead = Object.entries(rule.instead);
  if (rule.phrases.length + instead.length + rule.patterns.length === 0 && !rule.sentence)
    refuse([], 'has neither phrases nor patterns');
  const phrases = rule.phrases.map((written, index) =>
    validateOpener(written, lists, (message) => refuse(['phrases', index], message)),
  );
  for (const [written] of instead)
    phrases.push(validateOpener(written, lists, (message) => refuse(['instead', written], message, true)));
  checkRewrites(rule.rewrites, refuse);
  if (needsExamples && Object.keys(rule.examples.wrong).length === 0)
    refuse(['examples', 'wrong'], 'has no wrong example');
  if (needsExamples && rule.examples.right.length === 0) refuse(['examples', 'right'], 'has no right example');
  return {
    id,
    category: id.split('/')[0] as string,
    severity: rule.severity,
    message: rule.message,
    why: rule.why,
    phrases,
    ...(instead.length > 0 && { instead: instead.map(([, words]) => toList(words)) }),
    ...(rule.sentence && { sentence: compileSentence(rule.sentence) }),
    patterns: rule.patterns.map((pattern, index) => {
      const refuseHere = refuseBelow(refuse, 'patterns', index);
      const read = (word: string, path: readonly PropertyKey[]) =>
        validateOpener(word, lists, (message) => refuseHere(path, message));
      return compilePattern(pattern, refuseHere, read);
    }),
    unless: listExceptions(rule).map((exception) => compileException(exception, refuse, lists)),
    ...(rule['not-in'] && { notIn: rule['not-in'] }),
    rewrites: rule.rewrites,
    notes: rule.notes,
    yields: rule.yields,
  };
}

function compileSentence(source: NonNullable<RuleSource['sentence']>): NonNullable<CompiledRule['sentence']> {
  const { 'longer-than': longerThan, doubled, 'starts-small': startsSmall } = source;
  return {
    ...(longerThan !== undefined && { longerThan }),
    ...(doubled && { doubled }),
    ...(startsSmall && { startsSmall }),
  };
}

/** Refuses rewrites with slots that nothing fills, and blanks without an end. */
export function checkRewrites(rewrites: readonly string[], refuse: Refuse): void {
  if (rewrites.length > LIMITS.rewrites)
    refuse(['rewrites'], `there are ${rewrites.length}; at most ${LIMITS.rewrites}`);
  for (const [index, rewrite] of rewrites.entries()) {
    const unknown = findUnknownSlots(rewrite);
    if (unknown !== undefined)
      refuse(['rewrites', index], `no slot "{${unknown}}"${suggest(unknown, Object.keys(SLOTS))}`);
    if (rewrite.includes('[') && findBlanks(rewrite).length === 0)
      refuse(['rewrites', index], 'a blank is never closed');
  }
}

/** An exception as the engine takes it. One word that is no predicate may be a slip: where it is near one, that is asked. */
export function compileException(
  { under, written, place }: WrittenException,
  refuse: Refuse,
  lists: Lists,
): CompiledException {
  if (Object.hasOwn(predicates, written)) return { predicate: written, ...place };
  const meant = suggest(written, Object.keys(predicates));
  if (under === 'only-if')
    refuse([under, written], `no predicate "${written}": only-if takes no phrases${meant}`, true);
  return { phrase: validate(written, lists, (message) => refuse([under, written], message, true)), ...place };
}

/** Assembles a pack with its index; only the lists that its rules use go along. */
export function assemblePack(
  id: string,
  header: { name: string; about: string },
  written: Readonly<Record<string, string>>,
  rules: CompiledRule[],
): CompiledPack {
  const lists = createLists(written);
  const phrases = rules.flatMap(listPhrases);
  const exceptions = rules.flatMap(({ unless }) => unless.flatMap((one) => ('phrase' in one ? [one.phrase] : [])));
  const used = collectLists([...phrases, ...exceptions], lists);
  return {
    id,
    name: header.name,
    about: header.about,
    lists: Object.fromEntries([...used].map((name) => [name, written[name] as string])),
    rules,
    index: indexPhrases(phrases, lists),
  };
}

/** The names of the lists that some phrases use, and those that these use. */
function collectLists(phrases: readonly string[], lists: Lists): Set<string> {
  const used = new Set<string>();
  const visit = (node: PhraseNode): void => {
    if ('list' in node) {
      if (used.has(node.list)) return;
      used.add(node.list);
      visit(getList(lists, node.list));
    } else if ('mark' in node) visit(node.mark);
    else if ('maybe' in node) visit(node.maybe);
    else if ('all' in node) node.all.forEach(visit);
    else if ('any' in node) node.any.forEach(visit);
  };
  for (const phrase of phrases) visit(parsePhrase(phrase, lists).node);
  return used;
}
