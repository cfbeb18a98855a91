import { has, is, wordSet } from '../text/forms.ts';
import type { Span } from '../types.ts';
import { THEIRS } from './act.ts';
import type { Clause, Sentence } from './clause.ts';
import { readCondition } from './condition.ts';
import type { Parsed } from './refusal.ts';
import type { Slot } from './slots.ts';

/** The tests that a template must pass before it is put in a sentence: what it would drop, double or turn round. */

/** A template, the sentence it is for, and what it would replace. */
export interface Fitting {
  template: string;
  slots: readonly Slot[];
  parsed: Parsed;
  sentence: Sentence;
  /** The template says the offer that stands in the sentence. */
  offers: boolean;
  replaced: Span;
  /** What follows it in the sentence. */
  behind: string;
}

/** A reason stands there already: a blank for another would be one too many. */
const REASON_BLANK = /, so that \[|^\{sentence\}, because \[/;
const REASONED =
  /\b(?:so|because|in order|as (?:we|i|it|this|that|you|your|our|the|there)|since|for (?:us|me) to|or (?:it|you|we|they|else)|otherwise|to (?:be able|help|avoid|enable|allow))\b/i;
/** What it is for, said behind the marked words: "contact your provider to get it sorted". */
const AIMED =
  /\bto (?:get|make|ensure|keep|prevent|complete|continue|see|find|receive|claim|arrange|check|confirm|discuss|resolve|sort|fix|report|request|reach|do (?:this|that|it|so))\b/i;

/** "Hopefully we'll have a fix by Monday": who hopes sets no date. */
const DATED = /^\{(?:main|before|after|rest)\} by \[/;
const HOPED = /\b(?:hopefully|fingers crossed|with any luck)\b/i;

/** "You clearly haven't read it" without its "clearly". */
const BLAMES = /\byou (?:have not|haven['’]t|did not|didn['’]t|never|failed|forgot|do not|don['’]t)\b/i;

/** "Because you cancelled late, we …": what opens with these hangs on what follows. */
const OPENERS = wordSet('because since as if when whenever once after before unless until while');

const AFRAID = /\b(?:afraid|regret)(?: that)?\s*$/i;
/** "We'll pass it on so they can look into it". */
const PURPOSE = /^\s+so (?:that )?(?:they|we|you|i|it)\b/i;
/** ", so that they can help: https://…": what the link stood behind has moved on. */
const LINKED = /^\s*[:;]\s*(?:https?:|www\.)/i;
/** "… glass (bottles, jars)": behind a rewrite the aside would speak of something else. */
const ASIDE = /^\s*\(/;
/** A template that makes room for an offer has no place before one: "…, but we can send you a new lamp". */
const OFFERS = /instead|\bcan \[|offer \[/i;
/** More than one sentence has no place in the middle of one. */
const JOINTS = new Set(['so', 'and', 'but', 'because', 'therefore', 'then']);
const SENTENCES = /\. [A-Z]/;

/** "If the policy applies": without it the offer would be a promise. */
const IFS = new Set(['if', 'when', 'where', 'as', 'once', 'provided', 'meets', 'meet', 'comes', 'subject']);
const GRANTS = new Set(['allow', 'allows', 'apply', 'applies', 'permit', 'permits', 'policy']);

function isCondition({ words, hit }: Sentence): boolean {
  // "As outlined in our policy" is none.
  if (is(words[hit.from], 'as') && is(words[hit.to - 1], 'policy')) return false;
  return has(words[hit.from], IFS) && has(words[hit.to - 1], GRANTS);
}

/** Why the template cannot say this sentence, or undefined. */
export function findFault(fitting: Fitting): string | undefined {
  return TESTS.find(([, fails]) => fails(fitting))?.[0] ?? findLoss(fitting.parsed, fitting.slots);
}

const TESTS: [fault: string, fails: (fitting: Fitting) => boolean][] = [
  [
    'it would leave out what the clause says',
    ({ slots, parsed, sentence }) => slots.length === 0 && leavesOut(parsed.clause, sentence),
  ],
  [
    'nothing stands in for what is not known',
    ({ slots, template, sentence }) => slots.length === 0 && /instead/.test(template) && isUnknown(sentence),
  ],
  [
    'the sentence gives a reason already',
    ({ template, sentence }) => REASON_BLANK.test(template) && isReasoned(sentence),
  ],
  [
    'the sentence offers something already',
    ({ template, parsed, sentence, offers }) =>
      !offers && (parsed.offer !== undefined || (OFFERS.test(template) && isOffered(parsed.clause, sentence))),
  ],
  [
    'it says what for',
    ({ template, sentence: { text } }) => /\{after-to\}, because/.test(template) && REASONED.test(text),
  ],
  ['a condition would go', ({ template, sentence }) => /^\{(?:rest|main)\}/.test(template) && isCondition(sentence)],
  [
    'it says soon already',
    ({ template, parsed: { slots } }) => DATED.test(template) && /\b(?:soon|shortly)\b/i.test(slots.main ?? ''),
  ],
  ['no date is set for a hope', ({ template, sentence }) => DATED.test(template) && isHoped(sentence)],
  [
    'two sentences have no place in the middle of one',
    ({ template, parsed: { clause }, sentence }) =>
      SENTENCES.test(template) && has(sentence.words[clause.from - 1], JOINTS) && !clause.opens,
  ],
  [
    'nothing stands in for what is theirs to send',
    ({ slots, template, parsed, sentence }) =>
      slots.length === 0 && /offer/.test(template) && isTheirs(parsed.clause, sentence),
  ],
  [
    'what is left would still blame',
    ({ template, parsed }) => template === '{rest}' && BLAMES.test(parsed.slots.rest ?? ''),
  ],
  [
    'another clause would follow with no joint',
    ({ slots, parsed: { clause }, sentence, behind }) =>
      slots.length === 0 && clause.from === 0 && has(sentence.words[0], OPENERS) && behind.startsWith(','),
  ],
  [
    'the no would go',
    ({ template, sentence: { words, hit } }) =>
      /^What (?:we|I) can do instead/.test(template) && is(words[hit.from], 'no') && hit.to < words.length,
  ],
  [
    'what others do is no request',
    ({ template, parsed: { clause }, sentence: { words } }) =>
      /^Could you/.test(template) && is(words[clause.from - 1], 'and') && !words[clause.from - 1]?.comma,
  ],
  ['nobody is afraid of good news', ({ sentence, replaced }) => AFRAID.test(sentence.text.slice(0, replaced.start))],
  ['a link stands behind it', ({ template, behind }) => /\]$/.test(template) && LINKED.test(behind)],
  ['what it is for follows', ({ template, behind }) => /\]$/.test(template) && PURPOSE.test(behind)],
  ['an aside in brackets follows', ({ behind }) => ASIDE.test(behind)],
];

/** A condition that no slot of the template carries. */
function findLoss({ needs }: Parsed, slots: readonly Slot[]): string | undefined {
  return needs && !slots.some((slot) => needs.includes(slot)) ? `it would leave out {${needs[0]}}` : undefined;
}

function isReasoned({ text, words, hit }: Sentence): boolean {
  return REASONED.test(text) || AIMED.test(text.slice(words[hit.to - 1]?.end));
}

function isHoped({ text, words, hit }: Sentence): boolean {
  return HOPED.test(text.slice(0, words[hit.from]?.start));
}

function isOffered({ to }: Clause, sentence: Sentence): boolean {
  return is(sentence.words[to], 'but') && typeof readCondition(sentence, to) === 'object';
}

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

/** "Your order number is not available": no offer takes its place. */
function isTheirs({ from }: Clause, { text, words, hit }: Sentence): boolean {
  const end = words.findIndex((word, at) => at >= hit.from && (is(word, 'is') || is(word, 'are')));
  return end > 0 && THEIRS.test(text.slice(words[from]?.start, words[end - 1]?.end));
}

/** How many words of a clause a template without slots may drop beside the marked ones. */
const SPARE_WORDS = 7;

/** "Thanks for your patience let's get this sorted": another sentence, with no mark before it. */
const ANEW = wordSet('let');

function leavesOut({ from, to }: Clause, { hit, words }: Sentence): boolean {
  const after = words.slice(hit.to, to);
  if (has(after[0], ANEW)) return true;
  if (is(after[0], 'not') || after.some((word, at) => has(word, CLAUSES) && has(after[at + 1], STARTS))) return true;
  if (words[to]?.comma && has(words[to], POINTERS)) return true;
  if (words.slice(Math.max(0, from - 3), hit.from).some((word) => is(word, 'without'))) return true;
  return has(words[to], CONDITIONS) || to - from - (hit.to - hit.from) > SPARE_WORDS;
}
