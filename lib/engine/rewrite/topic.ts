import { findClause, findEnd, getText, type Sentence } from './clause.ts';
import { repairPolarity } from './polarity.ts';
import type { Parsed } from './refusal.ts';
import type { Slots } from './slots.ts';

const TOPIC = /^(?:to (?:share|give|report) )?((?:on|about|regarding|for|of|concerning)\s.+)$/i;

/** "We have no news on the delay": what the missing answer is about, or nothing where nothing else is said. */
export function parseTopic(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const next = words[hit.to];
  const end = next?.comma || next?.limit ? hit.to : Math.max(hit.to, findEnd(sentence, hit.to));
  const clause = findClause(sentence, end);
  if (!clause) return undefined;
  const after = repairPolarity(` ${getText(sentence, hit.to, end)}`);
  if (after === undefined) return undefined;
  const short = /^(?:to (?:share|give|report))?$/i.test(after);
  const topic = short ? 'so far' : TOPIC.exec(after)?.[1];
  if (topic === undefined || /^on (?:your|our|my|their) (?:end|side|part)\b/i.test(topic)) return undefined;
  return { clause, slots: short ? { topic } : { topic, ...readAbout(topic) } };
}

/** "Regarding the delay" → "about the delay"; "for help" names nothing. */
function readAbout(topic: string): Slots {
  if (/^of\b|^for (?:help|support|assistance|more|further)\b/i.test(topic)) return {};
  return { about: topic.replace(/^(?:on|for|regarding|concerning)\b/i, 'about') };
}
