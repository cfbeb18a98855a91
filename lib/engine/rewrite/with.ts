import { has, is, wordSet } from '../text/forms.ts';
import { EMPTY } from './act.ts';
import { findEndHere, getText, type Sentence } from './clause.ts';
import { findGroup } from './group.ts';
import { lowerFirst } from './letters.ts';
import { repairPolarity } from './polarity.ts';
import type { Parsed } from './refusal.ts';

/** "Without a receipt we can't open a case": what is wanted stands first, and the refusal behind it. */

const WHO = wordSet('i we you they it');

export function parseWith(sentence: Sentence): Parsed | undefined {
  const { words, text, hit } = sentence;
  if (hit.from !== 0 || !is(words[0], 'without')) return undefined;
  const who = words.findIndex((word, at) => at >= hit.to && has(word, WHO));
  const group = who > 0 ? findGroup({ ...sentence, hit: { from: who, to: who + 2 } }) : undefined;
  if (group?.can !== 'can' || group.from > who + 1) return undefined;
  const end = findEndHere(sentence, group.to);
  if (end < words.length) return undefined;
  const thing = repairPolarity(getText(sentence, 1, who).replace(/^any\s+/i, ''));
  const act = getText(sentence, group.to, end);
  const start = words[0]?.start as number;
  const span = { start, end: words.at(-1)?.end as number };
  const can = EMPTY.test(act) || /^(?:help|assist|proceed)\b/i.test(act) ? undefined : repairPolarity(act);
  if (!thing || text.slice(span.end).trim().length > 1) return undefined;
  return {
    clause: { from: 0, to: words.length, span, prefix: '', opens: true },
    slots: {
      'with-thing': lowerFirst(thing),
      'with-who': words[who]?.forms[0] === 'i' ? 'I' : (words[who]?.forms[0] as string),
      ...(can && { 'with-do': can }),
    },
  };
}
