import { createChecker } from '../engine/checker.ts';
import type { CompiledPack } from '../engine/pack.ts';
import type { ScannerOptions } from '../engine/scanner.ts';
import { splitSentences } from '../engine/text/sentences.ts';
import type { Flag, Span } from '../engine/types.ts';

/** What other packs would do to replies of the past. Nothing is kept but what is told. */

/** A phrase that is flagged by the one and not by the other. */
export interface Sighting {
  /** Which reply, from 0. */
  reply: number;
  ruleId: string;
  /** The sentence, and where in it the phrase stands, in UTF-16 units. */
  sentence: string;
  span: Span;
}

export interface RuleEffect {
  ruleId: string;
  added: number;
  gone: number;
}

export interface Effect {
  /** Replies that were read so far. */
  replies: number;
  /** Replies in which something is flagged that was not, or the other way round. */
  changed: number;
  /** All flags, by the packs before and by those after. */
  flags: { before: number; after: number };
  /** The rules that make a difference, the greatest first. */
  rules: RuleEffect[];
  /** The first of what would be flagged newly, and of what would not be flagged any more. */
  added: Sighting[];
  gone: Sighting[];
}

/** Sightings that are told of each kind. */
export const MOST_SIGHTINGS = 200;
/** UTF-16 units: a longer reply is cut, for nobody wrote it. */
const LONGEST = 20_000;

/**
 * Compares what two sets of packs flag in each reply. Gives what is known so far after each reply, so that the caller can draw
 * breath in between. Packs that are the same in both are not asked, and are in no number.
 *
 * @throws {RangeError} when a pack holds a phrase that cannot be compiled
 */
export function* compareReplies(
  before: readonly CompiledPack[],
  after: readonly CompiledPack[],
  replies: Iterable<string>,
  options: ScannerOptions = {},
): Generator<Effect, Effect> {
  const off = new Set([...(options.off ?? []), ...findUnchanged(before, after)]);
  const [old, next] = [createChecker(before, { ...options, off }), createChecker(after, { ...options, off })];
  const effect: Effect = { replies: 0, changed: 0, flags: { before: 0, after: 0 }, rules: [], added: [], gone: [] };
  const rules = new Map<string, RuleEffect>();
  const count = (kind: 'added' | 'gone', flag: Flag, text: string) => {
    const rule = rules.get(flag.ruleId) ?? { ruleId: flag.ruleId, added: 0, gone: 0 };
    rule[kind]++;
    rules.set(flag.ruleId, rule);
    if (effect[kind].length < MOST_SIGHTINGS)
      effect[kind].push({ reply: effect.replies, ruleId: flag.ruleId, ...cutSentence(text, flag.span) });
  };
  for (const reply of replies) {
    const text = reply.slice(0, LONGEST);
    const [was, is] = [listFlags(old.check(text)), listFlags(next.check(text))];
    const added = [...is].filter(([key]) => !was.has(key));
    const gone = [...was].filter(([key]) => !is.has(key));
    for (const [, flag] of added) count('added', flag, text);
    for (const [, flag] of gone) count('gone', flag, text);
    if (added.length + gone.length > 0) effect.changed++;
    effect.flags.before += was.size;
    effect.flags.after += is.size;
    effect.replies++;
    yield sortRules(effect, rules);
  }
  return sortRules(effect, rules);
}

function sortRules(effect: Effect, rules: ReadonlyMap<string, RuleEffect>): Effect {
  effect.rules = [...rules.values()].sort(
    (a, b) => b.added + b.gone - a.added - a.gone || (a.ruleId < b.ruleId ? -1 : 1),
  );
  return effect;
}

/** Blanks are no matter of a pack. */
function listFlags(flags: readonly Flag[]): Map<string, Flag> {
  const own = flags.filter(({ category }) => category !== 'blank');
  return new Map(own.map((flag) => [`${flag.ruleId} ${flag.span.start} ${flag.span.end}`, flag]));
}

/** The rules of packs that are the same in both: flags of one pack never stand in the way of another's. */
function findUnchanged(before: readonly CompiledPack[], after: readonly CompiledPack[]): string[] {
  const known = new Map(before.map((pack) => [pack.id, pack]));
  return after
    .filter((pack) => known.get(pack.id) === pack || isSame(known.get(pack.id), pack))
    .flatMap(({ rules }) => rules.map(({ id }) => id));
}

function isSame(one: CompiledPack | undefined, other: CompiledPack): boolean {
  const tell = (pack: CompiledPack) => JSON.stringify([pack.lists, pack.rules]);
  return one !== undefined && tell(one) === tell(other);
}

/** The sentence around a span of a text, and the span within it. */
export function cutSentence(text: string, span: Span): { sentence: string; span: Span } {
  const from = text.lastIndexOf('\n', span.start - 1) + 1;
  const to = text.indexOf('\n', span.end);
  const line = text.slice(from, to < 0 ? undefined : to);
  const [start, end] = [span.start - from, span.end - from];
  const around = splitSentences(line).find((sentence) => sentence.start <= start && sentence.end >= end);
  const at = around?.start ?? 0;
  return { sentence: line.slice(at, around?.end), span: { start: start - at, end: end - at } };
}
