import { has, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { findEndHere, findLead, getText, type Sentence } from './clause.ts';
import { findGroup, isAdverb, skipAdverbs } from './group.ts';
import { lowerFirst } from './letters.ts';
import { repairPolarity } from './polarity.ts';
import type { Parsed } from './refusal.ts';
import { findRunEnd } from './run.ts';
import type { Slots } from './slots.ts';

/**
 * What our side cannot say yet: "I can't say when it comes back" → "when it comes back". Nothing can be offered in its
 * place, but what is known of it can be said.
 */

const OUR_SIDE = wordSet('i we');
/** What they open would stand behind the blank. */
const CONDITIONS = wordSet('until till before earlier unless without as because since due owing');

const NOW = String.raw`(?:(?:at this (?:stage|point|time|moment)|at the moment|right now|just yet|yet|for (?:sure|certain|now)|exactly|with certainty)\s+)*`;
const ASKED = String.raw`(?:when|why|whether|if|how|what|where|which|who)\b.+`;
const SAYING =
  '(?:say|tell you|confirm|predict|know|guarantee|promise|estimate|envision|see|commit to|advise(?: you)?(?: on)?|comment(?: further)?(?: on)?|be (?:sure|certain))';
const KIND = String.raw`(?:(?:exact|specific|precise|firm|definite|further|more|current|estimated|fixed|set)\s+)*`;
const ANSWER = '(?:updates?|news|answer|visibility|sight|info|information|details|word)';
const WHEN = '(?:eta|dates?|times?|timescales?|time ?frames?|timelines?|estimate)';
const GIVING = String.raw`(?:give|provide|offer|share|have)(?: you)?(?: with)? (?:an?|any|the|that|this)?\s*${KIND}`;
const ON = String.raw`\s+(?:on|of|for|about|as to|regarding|into|over)\s+`;

const SAID = [
  new RegExp(`^${SAYING}\\s+${NOW}(${ASKED})$`, 'is'),
  /^(?:comment|advise|elaborate|speak)(?: you| further)? (?:on|about|to) (.+)$/is,
  /^(?:confirm|promise|guarantee|predict|estimate)\s+(?:yet\s+)?((?:the|your|our|any|a|an)\s.+)$/is,
  new RegExp(`^${GIVING}${ANSWER}${ON}(.+)$`, 'is'),
  new RegExp(`^${GIVING}${WHEN}${ON}(${ASKED})$`, 'is'),
  new RegExp(`^${GIVING}(${WHEN}(?:${ON}.+)?)$`, 'is'),
];
const IS_ASKED = new RegExp(`^${ASKED}`, 'is');
const TIMED = new RegExp(`^${WHEN}\\b`, 'i');
const SEEN = /^see\s+(any\s+|(?=[A-Z]|your\b|the\b))(.+)$/s;
/** Nobody looks for these. */
const GOOD = /^(?:reason|problem|issue|fault|harm|error|damage)/i;

/** What cannot be said, or seen, by whom. */
export function parseUnknown(sentence: Sentence): Parsed | undefined {
  const { words, text } = sentence;
  const group = findGroup(sentence);
  if (!group) return undefined;
  let subject = group.from - 1;
  while (subject > 0 && isAdverb(words[subject])) subject--;
  if (!has(words[subject], OUR_SIDE)) return undefined;
  const to = skipAdverbs(words, group.to);
  const end = findEndHere(sentence, to);
  if (has(words[end], CONDITIONS) || end <= to) return undefined;
  const slots = readUnknown(getText(sentence, to, end));
  if (!slots) return undefined;
  const lead = findLead(words, subject + 1);
  const first = lead.to > lead.from ? lead.from : subject;
  const { start } = words[first] as Word;
  const clause = {
    from: first,
    to: end,
    span: { start, end: findRunEnd(text, start, (words[end - 1] as Word).end) },
    prefix: '',
    opens: first === 0,
  };
  const who = (words[subject] as Word).forms[0] === 'i' ? 'I' : lowerFirst(words[subject]?.forms[0] ?? '');
  return { clause, slots: { who, ...slots } };
}

function readUnknown(tail: string): Slots | undefined {
  for (const shape of SAID) {
    const said = shape.exec(tail)?.[1];
    // "Whether any of it": under a question "any" may stay.
    const unknown = said && (IS_ASKED.test(said) ? said : repairPolarity(said));
    if (unknown) return { unknown: TIMED.test(unknown) ? `the ${unknown}` : unknown };
  }
  const [, any, seen] = SEEN.exec(tail) ?? [];
  return seen && !GOOD.test(seen) ? { unseen: `${any ? 'no' : 'not'} ${seen}` } : undefined;
}
