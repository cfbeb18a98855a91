import type { Day } from './counts.ts';
import { addDays } from './days.ts';

/** A rule was switched off from one day to another, both counted in; without a last day it still is. */
export interface Silence {
  from: Day;
  to?: Day;
}

/** When rules were switched off, so that nothing counted of them says nothing: by `pack/rule`, the oldest first. */
export type Silences = Readonly<Record<string, readonly Silence[]>>;

/** Of one rule; whoever switches it off and on all the time has no habit to be told. */
const MOST = 40;

/** The same, as of today, of these rules alone. What has not changed is kept as it is. */
export function noteSilences(
  before: Silences,
  rules: readonly string[],
  isOff: (rule: string) => boolean,
  today: Day,
): Silences {
  const after = rules.map((rule) => [rule, noteSilence(before[rule] ?? [], isOff(rule), today)] as const);
  return Object.fromEntries(after.filter(([, silences]) => silences.length > 0));
}

/** Both accounts in one: a rule was off on the days of either. */
export function mergeSilences(ours: Silences, theirs: Silences): Silences {
  const rules = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...rules].map((rule) => [rule, joinSilences([...(ours[rule] ?? []), ...(theirs[rule] ?? [])])] as const),
  );
}

function joinSilences(silences: readonly Silence[]): readonly Silence[] {
  const joined: Silence[] = [];
  for (const next of [...silences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || (last.to !== undefined && last.to < next.from)) joined.push({ ...next });
    else if (last.to !== undefined && (next.to === undefined || next.to > last.to))
      joined[joined.length - 1] = { ...next, from: last.from };
  }
  return joined.slice(-MOST);
}

/** Whether the rule was off on a day of this week. */
export function isSilent(silences: readonly Silence[], week: Day): boolean {
  const last = addDays(week, 6);
  return silences.some(({ from, to }) => from <= last && (to === undefined || to >= week));
}

function noteSilence(silences: readonly Silence[], isOff: boolean, today: Day): readonly Silence[] {
  const last = silences.at(-1);
  const isOpen = last !== undefined && last.to === undefined;
  if (isOpen === isOff) return silences;
  if (isOff) return [...silences, { from: today }].slice(-MOST);
  return [...silences.slice(0, -1), { ...(last as Silence), to: today }];
}
