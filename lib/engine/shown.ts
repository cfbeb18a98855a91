import type { Finding, Severity } from './types.ts';

/** What is shown of what was found: an agent sees one mark a place, and few of the slightest kind. */

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** The guide's order; packs of others come after its own. */
const CATEGORIES: readonly string[] = [
  'insensitive',
  'blaming',
  'policy-hiding',
  'cold-redirect',
  'deflecting',
  'cant-focus',
  'bossy',
  'empty-promise',
  'hedging',
  'canned',
];

/** Marks of the lowest severity in one draft; more of them nag. */
export const MOST_LOWEST = 3;

type Ranked = Pick<Finding, 'category' | 'severity' | 'span'>;

/**
 * One flag where several categories speak of the same words: the graver, then the guide's order of categories, then the longer.
 * An agent sees one mark there, so one is counted and visited. Blanks all stay. In the order of their places, in which they are
 * drawn and visited.
 */
export function pickShown<F extends Ranked>(flags: readonly F[]): F[] {
  if (flags.length < 2) return [...flags];
  const kept = new Set<F>();
  for (const flag of [...flags].sort(compare)) {
    const isBlank = flag.category === 'blank';
    const rivals = [...kept].filter(({ category }) => category !== 'blank');
    if (isBlank || !rivals.some((other) => overlaps(other, flag))) kept.add(flag);
  }
  return flags.filter((flag) => kept.has(flag)).sort((a, b) => a.span.start - b.span.start);
}

/** The flags of a draft, in order, with the first few of the lowest severity alone. */
export function limitLowest<F extends Pick<Finding, 'severity' | 'isFaded'>>(
  flags: readonly F[],
  most = MOST_LOWEST,
): F[] {
  let left = most;
  return flags.filter((flag) => !isSlight(flag) || left-- > 0);
}

/** Of the lowest severity. A dot is not: it takes no line's place. */
export function isSlight({ severity, isFaded }: Pick<Finding, 'severity' | 'isFaded'>): boolean {
  return severity === 'info' && !isFaded;
}

/** Flags of other categories that a shown one covers: what the card names beside it. */
export function findCovered<F extends Ranked>(shown: F, flags: readonly F[]): F[] {
  return flags.filter((flag) => flag.category !== shown.category && flag.category !== 'blank' && overlaps(flag, shown));
}

function compare(a: Ranked, b: Ranked): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    getRank(a) - getRank(b) ||
    b.span.end - b.span.start - (a.span.end - a.span.start) ||
    a.span.start - b.span.start
  );
}

function getRank({ category }: Ranked): number {
  const index = CATEGORIES.indexOf(category);
  return index < 0 ? CATEGORIES.length : index;
}

function overlaps({ span: a }: Ranked, { span: b }: Ranked): boolean {
  return a.start < b.end && b.start < a.end;
}
