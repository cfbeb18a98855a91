import type { DayCounts, RuleCounts, Totals } from '../../lib/stats/counts.ts';
import { addDays } from '../../lib/stats/days.ts';

const RULES = ['cant-focus/cannot', 'cant-focus/closed', 'wordy/prior-to', 'acme/say-sign-in'];

/** An agent's days at a desk, made of their number and a seed alone: the same again each time. */
export function makeDays(count: number, { seed = 1, first = '2026-08-01', desk = 'zendesk', revision = 1 } = {}) {
  return Array.from({ length: count }, (_, at): DayCounts => {
    const of = (salt: number, most: number) => ((at + 1) * 7919 * salt + seed * 104_729 + revision * 31 * salt) % most;
    const totals: Totals = { replies: 1 + of(1, 40), words: 100 + of(2, 4000), left: of(3, 4), discarded: of(5, 3) };
    const version = at < count / 2 ? '4.0.0' : '5.0.0';
    const rules = RULES.filter((_, index) => of(index + 1, 3) > 0).map((rule, index) => {
      const counts: Partial<RuleCounts> = { flagged: 1 + of(index + 7, 9), mended: of(index + 3, 4), sent: of(11, 2) };
      return [`${rule}@${rule.startsWith('acme') ? '1.2.0-beta.1' : version}`, counts] as const;
    });
    const packs = new Set(rules.map(([key]) => key.replace(/\/[^@]*/, '')));
    return {
      day: addDays(first, at),
      desk,
      revision,
      totals,
      packs: Object.fromEntries([...packs].map((pack) => [pack, { replies: totals.replies, words: totals.words }])),
      rules: Object.fromEntries(rules) as DayCounts['rules'],
      replaced: Object.fromEntries(
        rules.slice(0, 1).map(([rule]) => [rule, { "can't → can": 1 + of(2, 3), 'until → from “noon”': 1 }]),
      ),
    };
  });
}
