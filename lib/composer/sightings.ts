import type { PageFlag } from './check.ts';

/** A flag that is followed until it is known what became of it. */
export interface Sighting {
  /** As it was last seen by itself. */
  flag: PageFlag;
  /** What its words are marked for now: itself, or a graver flag. */
  place: PageFlag;
  /** `pack/rule@version`, as it was first flagged. */
  rule: string;
  /** When it came up, in milliseconds since the page began. */
  since: number;
  /** When it was missed first; 0 while it stands. */
  goneAt: number;
  isCounted: boolean;
  /** Its card was open. */
  isOpened: boolean;
  /** A rewrite went over it: what stood there, and what does now, with a little of what is beside it. */
  rewrite?: { before: string; after: string };
  /** That rewrite as it is counted when the draft ends: see `joinReplaced`. */
  replaced?: string;
}

type Way = (flag: PageFlag, now: PageFlag) => boolean;

const isSameBlock: Way = (a, b) => a.block.id === b.block.id;
const isSameWording: Way = (a, b) => a.wording === b.wording;
/** By which a flag is known again, the surest first: an edit moves it, a split or redrawn paragraph gives it a new block, a longer phrase other words. */
const WAYS: readonly Way[] = [
  (a, b) => a.key === b.key && isSameWording(a, b),
  (a, b) => isSameBlock(a, b) && isSameWording(a, b),
  isSameWording,
  (a, b) => isSameBlock(a, b) && overlaps(a, b),
];

/** Finds each sighting among the flags of now; each flag is one sighting's. */
export function findAllAgain(sightings: readonly Sighting[], flags: readonly PageFlag[]): Map<Sighting, PageFlag> {
  const found = new Map<Sighting, PageFlag>();
  const free = new Set(flags);
  for (const isSame of WAYS) {
    for (const sighting of sightings) {
      if (found.has(sighting)) continue;
      const { flag } = sighting;
      for (const now of free) {
        if (now.ruleId !== flag.ruleId || !isSame(flag, now)) continue;
        found.set(sighting, now);
        free.delete(now);
        break;
      }
    }
  }
  return found;
}

/** The flag under whose mark the very same words stand now, for another rule speaks of them. */
export function findHost({ flag: { wording }, place }: Sighting, flags: readonly PageFlag[]): PageFlag | undefined {
  return flags.find((now) => {
    const at = now.block.text.indexOf(wording, Math.max(0, now.span.start - wording.length));
    return isSameBlock(place, now) && at >= 0 && at < now.span.end && now.span.start < at + wording.length;
  });
}

/** Whether the old words are back in the place of a rewrite. */
export function isUndone({ flag, rewrite }: Sighting, now: PageFlag): boolean {
  const { text } = now.block;
  if (!rewrite || flag.ruleId !== now.ruleId || !isSameWording(flag, now)) return false;
  return text.includes(rewrite.before) && (rewrite.after === '' || !text.includes(rewrite.after));
}

export function overlaps({ span: a }: Pick<PageFlag, 'span'>, { span: b }: Pick<PageFlag, 'span'>): boolean {
  return a.start < b.end && b.start < a.end;
}
