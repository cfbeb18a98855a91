import { addDelta, createDay, type Day, type DayCounts, type Delta, type RuleCounts } from '../lib/stats/counts.ts';
import { addDays, countDays } from '../lib/stats/days.ts';

/** How a habit goes over the days, from 0 at the first to 1 at the last. */
interface Course {
  rule: string;
  /** Flags in 100 words. */
  rate(at: number): number;
  /** The share that is mended by hand before the card; of the rest the half is taken over from CanDo. */
  byHand(at: number): number;
  phrase: string;
  template: string;
}

const even = (rate: number) => () => rate;
const steps =
  (...rates: number[]) =>
  (at: number) =>
    rates[Math.min(rates.length - 1, Math.floor(at * rates.length))] ?? 0;

/** One of each kind: learned, gone, come back, never learned, new, rare. */
const COURSES: readonly Course[] = [
  {
    rule: 'cant-focus/cannot-until',
    rate: (at) => 0.8 - 0.6 * at,
    byHand: (at) => 0.1 + 0.7 * at,
    phrase: "<can't> ... until",
    template: '{subject} can {action} from {when}',
  },
  { rule: 'cant-focus/can-only', rate: even(0.35), byHand: even(0.15), phrase: 'can only', template: 'can' },
  {
    rule: 'policy-hiding/our-policy-is',
    rate: steps(0.5, 0.4, 0, 0, 0),
    byHand: even(0.3),
    phrase: 'our policy is',
    template: '[what the customer can do]',
  },
  {
    rule: 'canned/do-not-hesitate',
    rate: steps(0.4, 0, 0, 0, 0.35),
    byHand: even(0.2),
    phrase: 'do not hesitate to',
    template: 'please',
  },
  {
    rule: 'acme/say-sign-in',
    rate: steps(0, 0.3, 0.3, 0.12),
    byHand: (at) => at,
    phrase: 'log in',
    template: 'sign in',
  },
  ...(
    [
      ['deflecting/not-our-fault', 0.1, "it's not our fault", 'here is what happened'],
      ['deflecting/not-our-department', 0.06, 'not our department', '[who can do it]'],
      ['empty-promise/as-soon-as-possible', 0.16, 'as soon as possible', '[by when]'],
      ['empty-promise/look-into-it', 0.12, 'look into it', 'check [what] by [when]'],
      ['hedging/as-far-as-i-know', 0.05, 'as far as i know', ''],
      ['blaming/as-i-said', 0.05, 'as i said', ''],
      ['blaming/you-must-have', 0.03, 'you must have', '[what one can see]'],
      ['bossy/you-must', 0.08, 'you must', 'please'],
      ['canned/value-your-business', 0.04, 'we value your business', ''],
      ['cold-redirect/see-our-website', 0.05, 'see our website', 'here is what it says: [the answer]'],
    ] as const
  ).map(([rule, rate, phrase, template]) => ({ rule, rate: even(rate), byHand: even(0.3), phrase, template })),
];

const PACKS = ['blaming', 'bossy', 'canned', 'cant-focus', 'cold-redirect', 'deflecting', 'empty-promise', 'hedging'];

export interface DaysOptions {
  from: Day;
  to: Day;
  /** The same number gives the same days. */
  seed?: number;
  desks?: readonly string[];
  /** Replies on a working day, over all desks. */
  replies?: number;
}

/** Days of work as an agent might have lived them: five days a week, with holidays, and a new version of a team's pack halfway. */
export function makeDays({ from, to, seed = 1, desks = ['zendesk', 'gmail'], replies = 22 }: DaysOptions): DayCounts[] {
  const random = createRandom(seed);
  const length = countDays(from, to) + 1;
  return Array.from({ length }, (_, at) => addDays(from, at)).flatMap((day, at) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const isFree = weekday === 0 || weekday === 6 || /-08-(?:0[4-9]|1[0-5])$/.test(day);
    return isFree && length > 1
      ? []
      : desks.map((desk, index) =>
          makeDay(day, desk, at / length, (replies / desks.length) * (index === 0 ? 1.4 : 0.6), random),
        );
  });
}

function makeDay(day: Day, desk: string, at: number, about: number, random: () => number): DayCounts {
  const replies = Math.max(1, Math.round(about * (0.7 + 0.6 * random())));
  const words = Math.round(replies * (60 + 50 * random()));
  const acme = at < 0.5 ? '4.0.0' : '5.0.0';
  const totals = { replies, words, left: draw(1, random), discarded: draw(0.3, random) };
  const rules: NonNullable<Delta['rules']> = {};
  const replaced: NonNullable<Delta['replaced']> = {};
  for (const { rule, rate, byHand, phrase, template } of COURSES) {
    const flagged = draw((rate(at) * words) / 100, random);
    if (flagged === 0) continue;
    const key = `${rule}@${rule.startsWith('acme/') ? acme : '0.1.0'}`;
    const counts = shareOut(flagged, byHand(at), random);
    rules[key] = counts;
    const taken = (counts.rewritten ?? 0) - (counts.undone ?? 0);
    if (taken > 0) replaced[key] = { [`${phrase} → ${template}`]: taken };
  }
  const versions = [...[...PACKS, 'policy-hiding'].map((pack) => `${pack}@0.1.0`), `acme@${acme}`];
  const packs = Object.fromEntries(versions.map((version) => [version, totals]));
  return addDelta(createDay(day, desk), { day, desk, totals, packs, rules, replaced });
}

/** What becomes of so many phrases; the sum is theirs. */
function shareOut(flagged: number, byHand: number, random: () => number): Partial<RuleCounts> {
  const counts: Partial<RuleCounts> = { flagged };
  const add = (measure: keyof RuleCounts) => {
    counts[measure] = (counts[measure] ?? 0) + 1;
  };
  for (let left = flagged; left > 0; left--) {
    const lot = random();
    if (random() < byHand) add('mended');
    else if (lot < 0.5) add('rewritten');
    else if (lot < 0.62) add('reworded');
    else if (lot < 0.72) add('ignored');
    else if (lot < 0.97) add('sent');
    else add('dropped');
    if (lot < 0.02 && counts.rewritten) {
      add('undone');
      add('sent');
    }
  }
  return counts;
}

/** A whole number near the mean, as chance has it (Knuth's way to Poisson numbers). */
function draw(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
