/** A reply that is among the worst. */
export interface Worst {
  /** One for each text; for macros, one for each macro. */
  key: string;
  line: number;
  part: number;
  id: string;
  title?: string;
  usage?: number;
  /** How many replies have just this text. */
  times: number;
  words: number;
  /** The sum of its flags' weights: an error counts 3, a warning 2, a hint 1. */
  weight: number;
  /** By rule. */
  flags: [ruleId: string, count: number][];
  text?: string;
}

/** Words that a text counts as at least, or "Can't." would be the worst reply of all. */
const FEWEST_WORDS = 30;

/** Weight in 100 words, times how often the macro was used where that is known. */
export function getScore({ weight, words, usage = 1 }: Pick<Worst, 'weight' | 'words' | 'usage'>): number {
  return ((100 * weight) / Math.max(words, FEWEST_WORDS)) * usage;
}

/**
 * Adds one to a list of the worst, the worst first, that holds so many at most. The order is told by what a text is, and not by
 * where it stands: so parts that are added in any order give the same list, and the same number of times.
 */
export function addWorst(list: Worst[], added: Worst, most: number): void {
  const known = list.find(({ key }) => key === added.key);
  if (known) {
    const times = known.times + added.times;
    const isFirst = added.line < known.line || (added.line === known.line && added.part < known.part);
    Object.assign(known, isFirst ? { ...added, times } : { times });
    return;
  }
  const at = list.findIndex((other) => isWorse(added, other));
  list.splice(at < 0 ? list.length : at, 0, { ...added });
  if (list.length > most) list.pop();
}

/** Whether one that scores so would be held at all. */
export function isAmongWorst(list: readonly Worst[], score: number, most: number): boolean {
  if (score <= 0 || most === 0) return false;
  const last = list[most - 1];
  return !last || score >= getScore(last);
}

function isWorse(one: Worst, other: Worst): boolean {
  const [score, others] = [getScore(one), getScore(other)];
  return score === others ? one.key < other.key : score > others;
}
