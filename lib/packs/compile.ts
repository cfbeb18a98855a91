import { findBlanks } from '../engine/blanks.ts';
import { type CompiledException, type CompiledPack, type CompiledRule, listPhrases } from '../engine/pack.ts';
import { compilePhrase } from '../engine/phrase/automaton.ts';
import { createLists, getList, type Lists } from '../engine/phrase/lists.ts';
import { indexPhrases } from '../engine/phrase/phrase-index.ts';
import { PhraseError, type PhraseNode, parsePhrase } from '../engine/phrase/syntax.ts';
import { predicates } from '../engine/predicates/index.ts';
import { findUnknownSlots } from '../engine/rewrite/slots.ts';
import { listExceptions, type WrittenException } from './exceptions.ts';
import { compilePattern, toList } from './patterns.ts';
import type { RuleSource, WordsSource } from './schema.ts';
import type { Located, PackError } from './yaml.ts';

/**
 * Compiles what people write into what the engine takes. Everything that could fail fails here, when packs are built,
 * with file and line.
 */

/** Reads the word lists, each of which may use those above it. As they are written, by name. */
export function compileLists(sources: readonly Located<WordsSource>[]): Record<string, string> {
  const lists: Record<string, string> = {};
  for (const source of sources) {
    for (const [name, entry] of Object.entries(source.value)) {
      const written = Array.isArray(entry) ? entry.join('|') : entry;
      validate(`(${written})`, createLists(lists), (message) => source.fault([name], `{${name}}: ${message}`));
      lists[name] = written;
    }
  }
  return lists;
}

/** Reads a phrase to be sure that it can be read; it stays as it is written. */
function validate(written: string, lists: Lists, fault: (message: string) => PackError): string {
  try {
    compilePhrase(parsePhrase(written, lists), lists);
    return written;
  } catch (error) {
    if (error instanceof PhraseError) throw fault(`${error.message}, at "${written.slice(error.at, error.at + 20)}"`);
    if (error instanceof RangeError) throw fault(error.message);
    throw error;
  }
}

/**
 * Compiles one rule; `id` is `pack/rule` from its path.
 *
 * @param needsExamples what was imported from elsewhere has none for what cannot be shown in a sentence
 */
export function compileRule(id: string, source: Located<RuleSource>, lists: Lists, needsExamples = true): CompiledRule {
  const { value: rule, fault } = source;
  const instead = Object.entries(rule.instead);
  if (rule.phrases.length + instead.length + rule.patterns.length === 0 && !rule.sentence)
    throw fault([], 'has neither phrases nor patterns');
  const phrases = rule.phrases.map((written, index) =>
    validate(written, lists, (message) => fault(['phrases', index], message)),
  );
  for (const [written] of instead)
    phrases.push(validate(written, lists, (message) => fault(['instead', written], message)));
  for (const [index, rewrite] of rule.rewrites.entries()) {
    const unknown = findUnknownSlots(rewrite);
    if (unknown) throw fault(['rewrites', index], `no slot "{${unknown}}"`);
    if (rewrite.includes('[') && findBlanks(rewrite).length === 0)
      throw fault(['rewrites', index], 'a blank is never closed');
  }
  if (needsExamples && Object.keys(rule.examples.wrong).length === 0) throw fault(['examples'], 'has no wrong example');
  if (needsExamples && rule.examples.right.length === 0) throw fault(['examples'], 'has no right example');
  return {
    id,
    category: id.split('/')[0] as string,
    severity: rule.severity,
    message: rule.message,
    why: rule.why,
    phrases,
    ...(instead.length > 0 && { instead: instead.map(([, words]) => toList(words)) }),
    ...(rule.sentence && { sentence: compileSentence(rule.sentence) }),
    patterns: rule.patterns.map((pattern, index) =>
      compilePattern(
        pattern,
        (path, message) => fault(['patterns', index, ...path], message),
        (word, path) => validate(word, lists, (message) => fault(['patterns', index, ...path], message)),
      ),
    ),
    unless: listExceptions(rule).map((exception) => compileException(exception, source, lists)),
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

function compileException(
  { under, written, place }: WrittenException,
  source: Located<RuleSource>,
  lists: Lists,
): CompiledException {
  if (Object.hasOwn(predicates, written)) return { predicate: written, ...place };
  if (under === 'only-if') throw source.fault([under, written], `no predicate "${written}": only-if takes no phrases`);
  return { phrase: validate(written, lists, (message) => source.fault([under, written], message)), ...place };
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
