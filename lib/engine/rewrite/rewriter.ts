import { findBlanks } from '../blanks.ts';
import type { CompiledRule } from '../pack.ts';
import { has, is } from '../text/forms.ts';
import { splitSentences } from '../text/sentences.ts';
import { findSpelling, respell } from '../text/spelling.ts';
import { splitWords, type Word } from '../text/words.ts';
import type { Rewrite, Span, Variety } from '../types.ts';
import { parseBeside } from './beside.ts';
import type { Clause, Sentence } from './clause.ts';
import { readCondition } from './condition.ts';
import { keepsFacts, readsWell } from './gate.ts';
import { lowerFirst } from './letters.ts';
import { parseMissing } from './missing.ts';
import { parseOnly } from './only.ts';
import { parseOwned } from './owned.ts';
import { parsePassive } from './passive.ts';
import { type Parsed, parseRefusal } from './refusal.ts';
import { parseAround, parseClause, parseDelete, parseInstead, parseMain, parseRest } from './rest.ts';
import { fillSlots, findSlots, type Slot, type Slots } from './slots.ts';
import { parseThreat } from './threat.ts';
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
  [parseMissing, ['missing', 'it', 'detail', 'after-done', 'after-redone']],
  [parseThreat, ['kept', 'keeping']],
  [parseRest, ['rest']],
  [parseMain, ['main']],
  [parseClause, ['clause']],
  [parseOwned, ['owned', 'handed', 'hoped']],
  [parseBeside, ['beside']],
  [parseInstead, ['instead']],
  [parseDelete, ['delete']],
  [
    parseAround,
    [
      'after',
      'after-act',
      'after-thing',
      'after-clause',
      'after-doing',
      'after-undone',
      'after-place',
      'opened',
      'asked',
      'before',
      'before-thing',
    ],
  ],
];

export const MAX_REWRITES = 3;

/** A template that was tried: what filled its slots, and the rewrite or why there is none. */
export interface Attempt {
  template: string;
  slots: Slots;
  rewrite?: Rewrite;
  fault?: string;
}

type Filled = { slots?: Slots } & ({ rewrite: Rewrite } | { fault: string });

/** A rewrite that ends a sentence itself, as a question does, has no place before the rest of one. */
const ENDED = /[.?!]$/;
const ANY_STOP = /^\s*[.!?…]+$/;
const GOES_ON = /^\s*(?:[,;:–—-]|[a-z])/;

/** A reason stands there already: a blank for another would be one too many. */
const REASON_BLANK = /, so that \[/;
const REASONED =
  /\b(?:so|because|in order|as (?:we|i|it|this|that|you|your|our|the|there)|since|for (?:us|me) to|or (?:it|you|we|they|else)|otherwise|to (?:be able|help|avoid|enable|allow))\b/i;
/** What it is for, said behind the marked words: "contact your provider to get it sorted". */
const AIMED =
  /\bto (?:get|make|ensure|keep|prevent|complete|continue|see|find|receive|claim|arrange|check|confirm|discuss|resolve|sort|fix|report|request|reach|do (?:this|that|it|so))\b/i;

/** "Hopefully we'll have a fix by Monday": who hopes sets no date. */
const DATED = /^\{(?:main|before|after|rest)\} by \[/;
const HOPED = /\b(?:hopefully|fingers crossed|with any luck)\b/i;

const AFRAID = /\bafraid(?: that)?\s*$/i;
/** "We'll pass it on so they can look into it". */
const PURPOSE = /^\s+so (?:that )?(?:they|we|you|i|it)\b/i;

function isReasoned({ text, words, hit }: Sentence): boolean {
  return REASONED.test(text) || AIMED.test(text.slice(words[hit.to - 1]?.end));
}

/** ", so that they can help: https://…": what the link stood behind has moved on. */
const LINKED = /^\s*[:;]\s*(?:https?:|www\.)/i;

/** "… glass (bottles, jars)": behind a rewrite the aside would speak of something else. */
const ASIDE = /^\s*\(/;

/** UTF-16 units; "OK." is no shouting. */
const SHOUTED = 12;

/** The mark that ends the sentence belongs to the rewrite, so that it reads as a whole. */
const STOP = /^\s*[.!…]+$/;

/**
 * Tries the templates of a rule for one of its flags, best first. What comes of one keeps the facts of what it replaces; a
 * template that the sentence cannot fill says why. Lazy: who has enough stops.
 *
 * @param text the text that was checked
 * @param span the flag's span in it
 */
export function* tryRewrites(rule: CompiledRule, text: string, span: Span, variety?: Variety): Generator<Attempt> {
  const around = splitSentences(text).find((sentence) => sentence.start <= span.start && span.start < sentence.end);
  if (!around) return;
  const own = text.slice(around.start, around.end);
  // Words of our own would stand among capitals.
  if (own.length > SHOUTED && own === own.toUpperCase()) return;
  const words = splitWords(own);
  const from = words.findIndex((word) => word.end > span.start - around.start);
  let to = from;
  while (to < words.length && (words[to]?.start as number) < span.end - around.start) to++;
  if (from < 0 || to <= from) return;
  const sentence: Sentence = { text: own, words, hit: { from, to } };
  const readings = new Map<(typeof READERS)[number], Parsed | undefined>();
  const spelling = findSpelling(text, variety);
  const spell = (rewrite: string) => respell(rewrite, spelling, own);
  const made = new Set<string>();
  for (const template of rule.rewrites) {
    const { slots, ...result } = fill(template, sentence, readings, spell);
    const used = pickSlots(template, slots);
    if ('fault' in result) {
      yield { template, slots: used, fault: result.fault };
      continue;
    }
    const { rewrite } = result;
    if (made.has(rewrite.text)) continue;
    made.add(rewrite.text);
    const placed = { start: rewrite.span.start + around.start, end: rewrite.span.end + around.start };
    const place = rewrite.text === '' ? withSpace(text, placed) : placed;
    yield { template, slots: used, rewrite: { ...rewrite, span: place } };
  }
}

/** A sentence that goes takes the space behind it along, or the one before it where its line ends. */
function withSpace(text: string, { start, end }: Span): Span {
  const behind = /^[ \t\u00a0]+/.exec(text.slice(end))?.[0].length ?? 0;
  if (behind > 0) return { start, end: end + behind };
  const before = /[ \t\u00a0]+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end };
}

/** The slots of a template that the sentence filled. */
function pickSlots(template: string, slots: Slots = {}): Slots {
  const used = findSlots(template) as Slot[];
  return Object.fromEntries(used.flatMap((slot) => (slots[slot] ? [[slot, slots[slot]]] : [])));
}

function fill(
  template: string,
  sentence: Sentence,
  readings: Map<(typeof READERS)[number], Parsed | undefined>,
  spell: (rewrite: string) => string,
): Filled {
  const slots = findSlots(template) as Slot[];
  const reader =
    slots.length === 0 ? READERS.at(-1) : READERS.find(([, filled]) => slots.every((slot) => filled.includes(slot)));
  if (!reader) return { fault: 'its slots come from different readings' };
  if (!readings.has(reader)) readings.set(reader, reader[0](sentence));
  const parsed = readings.get(reader);
  if (!parsed) return { fault: 'the sentence does not come apart cleanly' };
  if (reader[0] === parseDelete) return takeOut(parsed, sentence);
  if (reader[0] === parseInstead) return putInstead(template, parsed, sentence, spell);
  const filled = fillSlots(template, placeSubject(template, parsed.slots));
  const fail = (fault: string): Filled => ({ fault, slots: parsed.slots });
  if (filled === undefined) return fail(`nothing fills {${slots.find((slot) => !parsed.slots[slot])}}`);
  if (slots.length === 0 && leavesOut(parsed.clause, sentence)) return fail('it would leave out what the clause says');
  if (slots.length === 0 && /instead/.test(template) && isUnknown(sentence))
    return fail('nothing stands in for what is not known');
  if (parsed.needs && !slots.some((slot) => parsed.needs?.includes(slot)))
    return fail(`it would leave out {${parsed.needs[0]}}`);
  if (REASON_BLANK.test(template) && isReasoned(sentence)) return fail('the sentence gives a reason already');
  const offers = slots.some((slot) => slot === 'offer-same' || slot === 'offer-other');
  if (!offers && (parsed.offer || (OFFERS.test(template) && isOffered(parsed.clause, sentence))))
    return fail('the sentence offers something already');
  if (DATED.test(template) && HOPED.test(sentence.text.slice(0, sentence.words[sentence.hit.from]?.start)))
    return fail('no date is set for a hope');
  if (SENTENCES.test(template) && has(sentence.words[parsed.clause.from - 1], JOINTS) && !parsed.clause.opens)
    return fail('two sentences have no place in the middle of one');
  const { span: replaced } = (offers && parsed.offer) || parsed.clause;
  if (AFRAID.test(sentence.text.slice(0, replaced.start))) return fail('nobody is afraid of good news');
  if (/\]$/.test(template) && LINKED.test(sentence.text.slice(replaced.end))) return fail('a link stands behind it');
  if (/\]$/.test(template) && PURPOSE.test(sentence.text.slice(replaced.end))) return fail('what it is for follows');
  if (ASIDE.test(sentence.text.slice(replaced.end))) return fail('an aside in brackets follows');
  const behind = sentence.text.slice(replaced.end);
  const finished = finish(placeTemplate(template, filled, parsed), parsed, sentence);
  const body = ADDRESSES.test(behind) ? finished.replace(/\.$/, '') : finished;
  const ended = ENDED.test(body);
  if (body.endsWith('?') && is(sentence.words[parsed.clause.from - 1], 'that'))
    return fail('no question follows "that"');
  if (ended && GOES_ON.test(behind)) return fail('it ends a sentence that goes on');
  const stop = (ended ? ANY_STOP : STOP).exec(behind)?.[0] ?? '';
  // The dot of "9 a.m." ended the sentence too.
  const closes =
    stop === '' && replaced.end === sentence.text.trimEnd().length && sentence.text[replaced.end - 1] === '.';
  const text = spell(ended ? body : closes ? `${body}.` : body + stop);
  const span = { start: replaced.start, end: replaced.end + stop.length };
  if (!readsWell(text)) return fail(`it would not read well: "${text}"`);
  if (!keepsFacts(sentence.text.slice(span.start, span.end), text)) return fail(`it would lose a fact: "${text}"`);
  return { rewrite: { text, span, blanks: findBlanks(text) }, slots: parsed.slots };
}

/** ", Jake!": whom the sentence speaks to is no fact of it. */
const ADDRESSED = /,\s\p{Lu}[\p{L}'’-]+(?=\W*$)/u;

/** The same, behind what is replaced. */
const ADDRESSES = /^,\s\p{Lu}[\p{L}'’-]+\W*$/u;

function takeOut({ clause }: Parsed, { text, words, hit }: Sentence): Filled {
  const [from, to] = [(words[hit.from] as Word).start, (words[hit.to - 1] as Word).end];
  // A name in the stock words themselves is the sender's: "Thank you for choosing Larkhill".
  const told = text.slice(0, from) + text.slice(from, to).toLowerCase() + text.slice(to);
  if (!keepsFacts(told.replace(ADDRESSED, ''), '')) return { fault: 'a fact would go with the sentence' };
  return { rewrite: { text: '', span: clause.span, blanks: [] } };
}

function putInstead(
  template: string,
  { clause }: Parsed,
  { text, words, hit }: Sentence,
  spell: (text: string) => string,
): Filled {
  const [from, to] = [(words[hit.from] as Word).start, (words[hit.to - 1] as Word).end];
  const put = template.replace('{instead}', '').trim();
  const placed = from === (words[0] as Word).start ? put.charAt(0).toUpperCase() + put.slice(1) : put;
  const { start, end } = clause.span;
  const stop = STOP.exec(text.slice(end))?.[0] ?? '';
  const rewritten = spell(text.slice(start, from) + placed + text.slice(to, end) + stop);
  if (!readsWell(rewritten)) return { fault: `it would not read well: "${rewritten}"` };
  if (!keepsFacts(text.slice(from, to), placed)) return { fault: `it would lose a fact: "${rewritten}"` };
  return { rewrite: { text: rewritten, span: { start, end: end + stop.length }, blanks: findBlanks(rewritten) } };
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

/** "…, this is in our terms" speaks of what would be gone. */
const POINTERS = new Set(['this', 'that', 'it', 'these', 'which']);
/** "I can't say when", "I can't see any calls": what is not known is the whole message. */
const SAYING = new Set(['say', 'see', 'tell', 'rule', 'know']);

function isUnknown({ hit, words }: Sentence): boolean {
  return has(words[hit.to - 1], SAYING) || has(words[hit.to], SAYING);
}

/** How many words of a clause a template without slots may drop beside the marked ones. */
const SPARE_WORDS = 7;

function leavesOut({ from, to }: Clause, { hit, words }: Sentence): boolean {
  const after = words.slice(hit.to, to);
  if (is(after[0], 'not') || after.some((word, at) => has(word, CLAUSES) && has(after[at + 1], STARTS))) return true;
  if (words[to]?.comma && has(words[to], POINTERS)) return true;
  if (words.slice(Math.max(0, from - 3), hit.from).some((word) => is(word, 'without'))) return true;
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
    // A time stands before the link, not behind it.
    .replace(/((?:\s+(?:here|at|via))?:?\s+https?:\/\/\S+)( by \[[^\]]*\])/, '$2$1')
    .replace(/\s+/g, ' ')
    .trim();
  const cased = clause.opens ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined;
  const quoted = sentence.text.includes('’') ? cased.replaceAll("'", '’') : cased;
  return clause.prefix + quoted;
}
