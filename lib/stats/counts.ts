/**
 * What is counted: numbers under ids, by day and desk. Nothing here can hold a word of a draft or of a customer: the only wordings
 * are those of a rule's own file.
 */

/** A day of the agent's own calendar: `2026-11-22`. As texts, days sort as they follow each other. */
export type Day = string;

/** Drafts, and what came of them. Words are those of replies that went out. */
export const TOTAL_MEASURES = ['replies', 'words', 'left', 'discarded'] as const;
export type TotalMeasure = (typeof TOTAL_MEASURES)[number];
export type Totals = Record<TotalMeasure, number>;

/**
 * Phrases that a rule flagged, and what became of each: `mended` by hand before its card was opened, `reworded` by hand after it,
 * `rewritten` with a rewrite, of which some were `undone`, `ignored`, gone as the rule was `switchedOff`, `sent` as it stood, or
 * `dropped` with a draft that was left or discarded. When all drafts are done,
 * `flagged + undone = mended + reworded + rewritten + ignored + switchedOff + sent + dropped`.
 */
export const RULE_MEASURES = [
  'flagged',
  'mended',
  'reworded',
  'rewritten',
  'undone',
  'ignored',
  'switchedOff',
  'sent',
  'dropped',
] as const;
export type RuleMeasure = (typeof RULE_MEASURES)[number];
export type RuleCounts = Record<RuleMeasure, number>;

/** What was counted, to be added to what stands. */
export interface Delta {
  day: Day;
  /** The id of the desk; `other` for a site that the agent has added. */
  desk: string;
  totals?: Partial<Totals>;
  /** By `pack@version`: the same totals, of the drafts in which this pack spoke in this version. */
  packs?: Record<string, Partial<Totals>>;
  /** By `pack/rule@version`, where the version is the pack's. */
  rules?: Record<string, Partial<RuleCounts>>;
  /** By `pack/rule@version`, how often which phrase of the rule was replaced by which of its rewrites; see `joinReplaced`. */
  replaced?: Record<string, Record<string, number>>;
}

/** All that was counted on a day at one desk. Zeros are left out. */
export interface DayCounts extends Required<Delta> {
  /** How often it was written: of two accounts of the same day, the one with the higher is the later. */
  revision: number;
}

/** For packs of the extension itself, whose version is the extension's, and for a team's alike. */
export function joinVersion(id: string, version: string): string {
  return `${id}@${version}`;
}

/** Of `pack@version` or `pack/rule@version`. */
export function splitVersion(key: string): { pack: string; rule: string; version: string } {
  const at = key.lastIndexOf('@');
  const id = key.slice(0, at);
  const slash = id.indexOf('/');
  const pack = slash < 0 ? id : id.slice(0, slash);
  return { pack, rule: slash < 0 ? '' : id.slice(slash + 1), version: key.slice(at + 1) };
}

const ARROW = ' → ';

/** What is counted of wordings, and taken from a file: no sign that cannot be seen, nor one that turns the line around. */
export const WORDING = /^[^\p{C}\p{Zl}\p{Zp}]{1,1000}$/u;

/** The rule's own wordings, as its file has them: a phrase, and the rewrite's template in its place. */
export function joinReplaced(phrase: string, template: string): string {
  return phrase + ARROW + template;
}

export function splitReplaced(key: string): { phrase: string; template: string } {
  const [phrase = '', ...rest] = key.split(ARROW);
  return { phrase, template: rest.join(ARROW) };
}

export function createDay(day: Day, desk: string): DayCounts {
  return { day, desk, revision: 0, totals: zeros(TOTAL_MEASURES), packs: {}, rules: {}, replaced: {} };
}

/** A copy with the delta added, one revision on. */
export function addDelta(counts: DayCounts, { totals = {}, packs = {}, rules = {}, replaced = {} }: Delta): DayCounts {
  return {
    ...counts,
    revision: counts.revision + 1,
    totals: { ...counts.totals, ...addTo(counts.totals, totals) },
    packs: addEach(counts.packs, packs),
    rules: addEach(counts.rules, rules),
    replaced: addEach(counts.replaced, replaced),
  };
}

export function zeros<Measure extends string>(measures: readonly Measure[]): Record<Measure, number> {
  return Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>;
}

type Numbers = Record<string, number | undefined>;

function addTo<Some extends Numbers>(to: Some, more: Numbers): Some {
  const sum: Numbers = { ...to };
  for (const [key, value] of Object.entries(more)) if (value) sum[key] = (sum[key] ?? 0) + value;
  return sum as Some;
}

function addEach<Some extends Numbers>(to: Record<string, Some>, more: Record<string, Numbers>): Record<string, Some> {
  const sum = { ...to };
  for (const [key, numbers] of Object.entries(more)) sum[key] = addTo(sum[key] ?? ({} as Some), numbers);
  return sum;
}
