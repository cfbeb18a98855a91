import { findBlanks } from '../blanks.ts';
import type { CompiledRule } from '../pack.ts';
import { has, is } from '../text/forms.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitWords } from '../text/words.ts';
import type { Rewrite, Span } from '../types.ts';
import type { Clause, Sentence } from './clause.ts';
import { readCondition } from './condition.ts';
import { keepsFacts, readsWell } from './gate.ts';
import { lowerFirst } from './letters.ts';
import { parseOnly } from './only.ts';
import { parsePassive } from './passive.ts';
import { type Parsed, parseRefusal } from './refusal.ts';
import { parseAround, parseMain, parseRest } from './rest.ts';
import { fillSlots, findSlots, type Slot, type Slots } from './slots.ts';
import { parseTopic } from './topic.ts';

/** Which reading of the sentence fills which slots. */
const READERS: [read: (sentence: Sentence) => Parsed | undefined, slots: Slot[]][] = [
  [
    parseRefusal,
    [
      'subject',
      'can',
      'do',
      'doing',
      'until-clause',
      'until-time',
      'until-event',
      'undone',
      'thing',
      'does',
      'limit',
      'without-thing',
      'without-done',
      'who-has',
      'unless-clause',
      'reason',
      'offer-same',
      'offer-other',
    ],
  ],
  [parseOnly, ['subject', 'only-verb', 'only-thing', 'plain']],
  [parsePassive, ['active']],
  [parseTopic, ['topic', 'about']],
  [parseRest, ['rest']],
  [parseMain, ['main']],
  [
    parseAround,
    ['after', 'after-act', 'after-thing', 'after-clause', 'after-doing', 'after-undone', 'before', 'before-thing'],
  ],
];

export const MAX_REWRITES = 3;

/** "… glass (bottles, jars)": behind a rewrite the aside would speak of something else. */
const ASIDE = /^\s*\(/;

/** The mark that ends the sentence belongs to the rewrite, so that it reads as a whole. */
const STOP = /^\s*[.!…]+$/;

/**
 * The rewrites of a rule for one of its flags, best first, at most three. Each keeps the facts of what it replaces; a
 * template that the sentence cannot fill is left out.
 *
 * @param text the text that was checked
 * @param span the flag's span in it
 */
export function createRewrites(rule: CompiledRule, text: string, span: Span): Rewrite[] {
  const around = splitSentences(text).find((sentence) => sentence.start <= span.start && span.start < sentence.end);
  if (!around) return [];
  const own = text.slice(around.start, around.end);
  const words = splitWords(own);
  const from = words.findIndex((word) => word.end > span.start - around.start);
  let to = from;
  while (to < words.length && (words[to]?.start as number) < span.end - around.start) to++;
  if (from < 0 || to <= from) return [];
  const sentence: Sentence = { text: own, words, hit: { from, to } };
  const readings = new Map<(typeof READERS)[number], Parsed | undefined>();
  const rewrites: Rewrite[] = [];
  for (const template of rule.rewrites) {
    const rewrite = fill(template, sentence, readings);
    if (!rewrite || rewrites.some((other) => other.text === rewrite.text)) continue;
    rewrites.push({
      ...rewrite,
      span: { start: rewrite.span.start + around.start, end: rewrite.span.end + around.start },
    });
    if (rewrites.length === MAX_REWRITES) break;
  }
  return rewrites;
}

function fill(
  template: string,
  sentence: Sentence,
  readings: Map<(typeof READERS)[number], Parsed | undefined>,
): Rewrite | undefined {
  const slots = findSlots(template) as Slot[];
  const reader =
    slots.length === 0 ? READERS.at(-1) : READERS.find(([, filled]) => slots.every((slot) => filled.includes(slot)));
  if (!reader) return undefined;
  if (!readings.has(reader)) readings.set(reader, reader[0](sentence));
  const parsed = readings.get(reader);
  const filled = parsed && fillSlots(template, placeSubject(template, parsed.slots));
  if (!parsed || filled === undefined) return undefined;
  if (slots.length === 0 && leavesOut(parsed.clause, sentence)) return undefined;
  if (parsed.needs && !slots.some((slot) => parsed.needs?.includes(slot))) return undefined;
  const offers = slots.some((slot) => slot === 'offer-same' || slot === 'offer-other');
  if (!offers && (parsed.offer || (OFFERS.test(template) && isOffered(parsed.clause, sentence)))) return undefined;
  if (SENTENCES.test(template) && has(sentence.words[parsed.clause.from - 1], JOINTS) && !parsed.clause.opens)
    return undefined;
  const { span: replaced } = (offers && parsed.offer) || parsed.clause;
  if (ASIDE.test(sentence.text.slice(replaced.end))) return undefined;
  const stop = STOP.exec(sentence.text.slice(replaced.end))?.[0] ?? '';
  const body = finish(placeTemplate(template, filled, parsed), parsed, sentence);
  // The dot of "9 a.m." ended the sentence too.
  const closes =
    stop === '' && replaced.end === sentence.text.trimEnd().length && sentence.text[replaced.end - 1] === '.';
  const text = closes && !body.endsWith('.') ? `${body}.` : body + stop;
  const span = { start: replaced.start, end: replaced.end + stop.length };
  if (!readsWell(text) || !keepsFacts(sentence.text.slice(span.start, span.end), text)) return undefined;
  return { text, span, blanks: findBlanks(text) };
}

/** A template that makes room for an offer has no place before one: "…, but we can send you a new lamp". */
const OFFERS = /instead|\bcan \[|offer \[/i;

function isOffered({ to }: Clause, sentence: Sentence): boolean {
  return is(sentence.words[to], 'but') && typeof readCondition(sentence, to) === 'object';
}

/** More than one sentence has no place in the middle of one. */
const JOINTS = new Set(['so', 'and', 'but', 'because', 'therefore', 'then']);
const SENTENCES = /\. [A-Z]/;

/** What they open belongs to the refusal; behind another clause it would say something else. */
const CONDITIONS = new Set(['because', 'since', 'as', 'due', 'until', 'till', 'unless', 'without', 'before']);

/** They open a clause that says what the marked words are about. */
const CLAUSES = new Set(['that', 'which', 'who', 'why']);
const STARTS = new Set('the a an our your my i we you it they he she this'.split(' '));

/** How many words of a clause a template without slots may drop beside the marked ones. */
const SPARE_WORDS = 7;

function leavesOut({ from, to }: Clause, { hit, words }: Sentence): boolean {
  const after = words.slice(hit.to, to);
  if (is(after[0], 'not') || after.some((word, at) => has(word, CLAUSES) && has(after[at + 1], STARTS))) return true;
  return has(words[to], CONDITIONS) || to - from - (hit.to - hit.from) > SPARE_WORDS;
}

/** A subject that does not open the rewrite loses its capital. */
function placeSubject(template: string, slots: Slots): Slots {
  if (slots.subject === undefined || template.startsWith('{subject}')) return slots;
  return { ...slots, subject: lowerFirst(slots.subject) };
}

/** A template's own first word loses its capital where the sentence goes before it. */
function placeTemplate(template: string, filled: string, { clause }: Parsed): string {
  return clause.opens || clause.prefix || !/^[A-Z]/.test(template) ? filled : lowerFirst(filled);
}

/** Joins contractions, sets the first letter, keeps the reply's own quotes. */
function finish(filled: string, { clause }: Parsed, sentence: Sentence): string {
  const joined = filled
    .replace(/ '(?=ll\b)/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const cased = clause.opens ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined;
  const quoted = sentence.text.includes('’') ? cased.replaceAll("'", '’') : cased;
  return clause.prefix + quoted;
}
