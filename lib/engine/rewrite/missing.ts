import { findVerbForms, toGerundPhrase } from '../grammar/verbs.ts';
import { is } from '../text/forms.ts';
import { findClause, findEnd, getText, type Sentence } from './clause.ts';
import { lowerFirst } from './letters.ts';
import type { Parsed } from './refusal.ts';
import type { Slots } from './slots.ts';

/** What was not sent or not done, as the words after "you didn't include", "you should have" name it. */

/** When it should have come adds nothing to what is missing. */
const ADVERBIAL = /\s+(?:on time|in time|in the first place|so far|yet|again|at all|either|properly|correctly)$/i;
const DETERMINED = /^(?:the|an?|any|your|our|my|this|that|these|those|\d+)\s+\S|^(?:payment|proof|photos|details)\b/i;
/** No one can send these over. */
const ABSTRACT =
  /\b(?:care|attention|support|help|service|cooperation|patience|notice|chance|thing|anything|respect)$/i;
const TAIL = /\s(?:of|for|from|with|to|on|in|about|that|which|showing|and)\s.*$/i;
const DETAIL =
  /^[a-z][\w-]*(?:\s(?!(?:in|on|at|by|for|with|to|from|of|when|and|or|twice|again|here|there)\b)[a-z][\w-]*){0,2}$/i;
const SINGULAR = /(?:ss|us|is)$/i;

/** The thing that was not sent, and the word that stands for it. */
export function parseMissing(sentence: Sentence): Parsed | undefined {
  const { hit, words } = sentence;
  const end = Math.max(hit.to, findEnd(sentence, hit.to));
  const clause = findClause(sentence, end);
  if (!clause) return undefined;
  const after = lowerFirst(getText(sentence, hit.to, end));
  // "…, before travelling" would stand behind the blank.
  const next = words[end];
  const forbids = words.slice(hit.from, hit.to).some((word) => is(word, 'not')) || (next && !next.comma && !next.limit);
  return {
    clause,
    slots: {
      ...readMissing(after),
      ...(DETAIL.test(after) && { detail: after }),
      ...(forbids ? {} : readRedone(after)),
    },
  };
}

function readMissing(after: string): Slots {
  const thing = after.replace(ADVERBIAL, '');
  const head = thing.replace(TAIL, '');
  if (!DETERMINED.test(thing) || ABSTRACT.test(head)) return {};
  const isPlural = (/s$/i.test(head) && !SINGULAR.test(head)) || /\sand\s/i.test(thing);
  return { missing: thing, it: isPlural ? 'them' : 'it' };
}

/** "Kept the box" → "keeping the box", "keep the box". */
function readRedone(after: string): Slots {
  const [first = '', ...rest] = after.split(/\s+/);
  const verb = findVerbForms(first);
  if (!verb || verb.base === first || rest.length === 0 || (first !== verb.participle && first !== verb.past))
    return {};
  const again = [verb.base, ...rest].join(' ');
  const doing = toGerundPhrase(again);
  return { 'after-redone': again, ...(doing && { 'after-done': doing }) };
}
