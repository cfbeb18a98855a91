import { has, is, wordSet } from '../text/forms.ts';
import { findClause, getText, type Sentence } from './clause.ts';
import { lowerFirst } from './letters.ts';
import type { Parsed } from './refusal.ts';
import { capitalise, endHere, JOINING } from './rest.ts';
import { findRunEnd } from './run.ts';

const WE = wordSet('i we');
/** After these a verb tells a clause from a second thing. */
const ARTICLES = wordSet('a an all each every some');
const VERBS = wordSet('is are was were has have had will can');
const SUBJECTS = wordSet(
  'i we you he she it they this that these those there please our your the sorry apologies my are is do did have has could would can what how when where which why who',
);
/** "We appreciate it and will pass it on": the same people do it. */
const GOING_ON = wordSet('will are am have apologise apologize shall');

/** What else the sentence says, where the clause of the marked words stands first in it or behind a greeting. */
export function parseBeside(sentence: Sentence): Parsed | undefined {
  const { text, words } = sentence;
  const { hit } = sentence;
  const shared = is(words[hit.to], 'and') && has(words[hit.to + 1], GOING_ON) ? words[hit.from] : undefined;
  const end = shared ? hit.to : endHere(sentence);
  const clause = findClause(sentence, end);
  const parts = words[end]?.limit || words[end]?.comma || has(words[end], JOINING);
  if (!clause || clause.prefix || !parts) return undefined;
  const from = has(words[end], JOINING) ? end + 1 : end;
  const start = words[0]?.start as number;
  const greeting = getText(sentence, 0, clause.from);
  if (shared && !has(shared, WE)) return undefined;
  const named = has(words[from], ARTICLES) && words.slice(from + 1, from + 7).some((word) => has(word, VERBS));
  if ((!shared && !named && !has(words[from], SUBJECTS)) || words.length - from < 3 || (greeting && !clause.from))
    return undefined;
  const rest = getText(sentence, from, words.length);
  const after = shared ? `${text.slice(shared.start, shared.end)} ${rest}` : rest;
  const span = { start, end: findRunEnd(text, start, words.at(-1)?.end as number) };
  const beside = clause.from === 0 || clause.opens ? capitalise(after) : `${greeting}, ${lowerFirst(after)}`;
  return { clause: { ...clause, from: 0, to: words.length, span, opens: true }, slots: { beside } };
}
