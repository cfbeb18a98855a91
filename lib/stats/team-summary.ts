import type { Day } from './counts.ts';
import { addDays } from './days.ts';
import { EPOCH } from './team-sheet.ts';
import type { Page } from './team-sums.ts';

/** What is there, with no numbers of habits in it. */
export interface TeamSummary {
  people: number;
  files: number;
  /** Who agreed to be shown alone and is not yet; see `arrangePeople`. */
  heldBack: number;
  /** Told apart as sums are; one without a name when all stand together. */
  groups: GroupSummary[];
}

export interface GroupSummary {
  name: string;
  people: number;
  /** Days of a person at work, whatever the desks. */
  days: number;
  first: Day | undefined;
  last: Day | undefined;
  /** `pack@version`, sorted. */
  versions: string[];
}

/** Days, desks and versions of what counts. */
export function describePages(pages: readonly Page[]) {
  let [first, last, days] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  const versions = new Set<string>();
  const desks = new Set<string>();
  for (const { sheet, isLive } of pages) {
    const seen = new Set<number>();
    for (const [row, day] of sheet.day.entries()) {
      if (!isLive[row]) continue;
      seen.add(day);
      desks.add(sheet.desks[sheet.desk[row] as number] as string);
      for (let at = sheet.packFrom[row] as number; at < (sheet.packFrom[row + 1] as number); at++)
        versions.add(sheet.versions[sheet.pack[at] as number] as string);
    }
    days += seen.size;
    for (const day of seen) [first, last] = [Math.min(first, day), Math.max(last, day)];
  }
  const toDay = (day: number) => (Number.isFinite(day) ? addDays(EPOCH, day) : undefined);
  return { first: toDay(first), last: toDay(last), days, desks: [...desks].sort(), versions: [...versions].sort() };
}
