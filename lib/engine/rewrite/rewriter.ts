import { findBlanks } from '../blanks.ts';
import type { CompiledRule } from '../pack.ts';
import { is } from '../text/forms.ts';
import { splitSentences } from '../text/sentences.ts';
import { findSpelling, respell } from '../text/spelling.ts';
import { splitWords } from '../text/words.ts';
import type { Rewrite, Span, Variety } from '../types.ts';
import { addressIn, findAddress } from './address.ts';
import type { Sentence } from './clause.ts';
import { findFault } from './fits.ts';
import { keepsFacts, readsWell } from './gate.ts';
import {
  type Filled,
  finish,
  partReason,
  placeSubject,
  placeTemplate,
  putInstead,
  STOP,
  takeOut,
  withSpace,
} from './place.ts';
import { READERS, type Reader } from './readers.ts';
import type { Parsed } from './refusal.ts';
import { parseDelete, parseInstead } from './rest.ts';
import { fillSlots, findSlots, type Slot, type Slots } from './slots.ts';

export const MAX_REWRITES = 3;

/** A template that was tried: what filled its slots, and the rewrite or why there is none. */
export interface Attempt {
  template: string;
  slots: Slots;
  rewrite?: Rewrite;
  fault?: string;
}

/** A rewrite that ends a sentence itself, as a question does, has no place before the rest of one. */
const ENDED = /[.?!]$/;
const ANY_STOP = /^\s*[.!?…]+$/;
const GOES_ON = /^\s*(?:[,;:–—-]|[a-z])/;

/** Words; the longest sentence that gets rewrites. */
const LONGEST = 150;

/** UTF-16 units; "OK." is no shouting. */
const SHOUTED = 12;

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
  // Each flag of a sentence reads all of it again, and nobody writes such a sentence by hand.
  if (words.length > LONGEST) return;
  const from = words.findIndex((word) => word.end > span.start - around.start);
  let to = from;
  while (to < words.length && (words[to]?.start as number) < span.end - around.start) to++;
  if (from < 0 || to <= from) return;
  const addressed = findAddress(own);
  // Whom it speaks to stays where it is, at the sentence's end.
  const told =
    addressed > 0 && addressed >= (words[to - 1]?.end as number) ? words.filter(({ end }) => end <= addressed) : words;
  const sentence: Sentence = { text: own, words: told, hit: { from, to } };
  const readings = new Map<Reader, Parsed | undefined>();
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
    const whole = own.slice(0, rewrite.span.start) + rewrite.text + own.slice(rewrite.span.end);
    if (made.has(whole)) continue;
    made.add(whole);
    const placed = { start: rewrite.span.start + around.start, end: rewrite.span.end + around.start };
    const place = rewrite.text === '' ? withSpace(text, placed) : placed;
    yield { template, slots: used, rewrite: { ...rewrite, span: place } };
  }
}

/** The slots of a template that the sentence filled. */
function pickSlots(template: string, slots: Slots = {}): Slots {
  const used = findSlots(template) as Slot[];
  return Object.fromEntries(used.flatMap((slot) => (slots[slot] ? [[slot, slots[slot]]] : [])));
}

function fill(
  template: string,
  sentence: Sentence,
  readings: Map<Reader, Parsed | undefined>,
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
  const offers = slots.some((slot) => slot === 'offer-same' || slot === 'offer-other');
  const { span: replaced } = (offers && parsed.offer) || parsed.clause;
  const behind = sentence.text.slice(replaced.end);
  const fault = findFault({ template, slots, parsed, sentence, offers, replaced, behind });
  if (fault !== undefined) return fail(fault);
  const finished = finish(placeTemplate(template, filled, parsed), parsed, sentence);
  const address = findAddress(behind) === 0 ? behind.replace(/\W*$/, '') : '';
  const body = address ? addressIn(finished, address) : finished;
  const ended = ENDED.test(body);
  if (body.endsWith('?') && is(sentence.words[parsed.clause.from - 1], 'that'))
    return fail('no question follows "that"');
  const goesOn = ended ? behind.slice(address.length) : behind;
  if (ended && GOES_ON.test(goesOn)) return fail('it ends a sentence that goes on');
  const stop = (ended ? address : '') + ((ended ? ANY_STOP : STOP).exec(goesOn)?.[0] ?? '');
  // The dot of "9 a.m." ended the sentence too.
  const closes =
    stop === '' && replaced.end === sentence.text.trimEnd().length && sentence.text[replaced.end - 1] === '.';
  const text = spell(ended ? body : closes ? `${body}.` : body + stop + partReason(template, behind));
  const span = { start: replaced.start, end: replaced.end + stop.length };
  if (!readsWell(text)) return fail(`it would not read well: "${text}"`);
  if (!keepsFacts(sentence.text.slice(span.start, span.end), text)) return fail(`it would lose a fact: "${text}"`);
  return { rewrite: { text, span, blanks: findBlanks(text) }, slots: parsed.slots };
}
