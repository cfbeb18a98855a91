import { COUNTS, type Counts, type Totals, tally } from './totals.ts';

/**
 * Totals as lines of a key and a number, for programs that add them up by key: `total:replies`, `category:cant-focus:flags`,
 * `rule:cant-focus/cannot:replies`. The worst are in none, for they do not add up.
 */
export function listKeys({ counts, rules, categories }: Totals): [key: string, count: number][] {
  const tallies = [
    ...[...categories].map((one) => ['category', one] as const),
    ...[...rules].map((one) => ['rule', one] as const),
  ];
  return [
    ...COUNTS.map((name): [string, number] => [`total:${name}`, counts[name]]),
    ...tallies.flatMap(([kind, [id, { flags, replies }]]): [string, number][] => [
      [`${kind}:${id}:flags`, flags],
      [`${kind}:${id}:replies`, replies],
    ]),
  ];
}

const KEY = /^(?:total:(?<total>[a-z]+)|(?<kind>category|rule):(?<id>[\w/-]+):(?<measure>flags|replies))$/;

/** Adds the number of a key to totals; false where it is no key of an audit. */
function addKey(totals: Totals, key: string, count: number): boolean {
  const { total, kind, id, measure } = KEY.exec(key)?.groups ?? {};
  if (total !== undefined) {
    if (!(COUNTS as readonly string[]).includes(total)) return false;
    totals.counts[total as keyof Counts] += count;
    return true;
  }
  if (!kind || !id) return false;
  const [flags, replies] = measure === 'flags' ? [count, 0] : [0, count];
  tally(kind === 'rule' ? totals.rules : totals.categories, id, flags, replies);
  return true;
}

/** Adds a line `KEY<tab>COUNT`, or its JSON; false where it is neither. */
export function addKeyLine(totals: Totals, line: string): boolean {
  const [, key, count] =
    /^([^\t]+)\t(\d{1,15})\s*$/.exec(line) ?? /^\{"key":"([^"\\]+)","count":(\d{1,15})\}\s*$/.exec(line) ?? [];
  return key !== undefined && addKey(totals, key, Number(count));
}
