import type { RuleReport, StyleImport } from './style.ts';

const OUTCOMES = { whole: 'carried over', part: 'carried over in part', none: 'left behind' } as const;
/** Of what one rule lost, by the same reason. */
const MOST_NAMED = 5;

/** What became of a style, for people: the figures, then what was left behind and what is different, rule by rule. */
export function summarise({ name, rules }: StyleImport): string {
  const count = (outcome: RuleReport['outcome']) => rules.filter((rule) => rule.outcome === outcome).length;
  const entries = rules.reduce((sum, rule) => sum + rule.entries, 0);
  const carried = rules.reduce((sum, rule) => sum + rule.carried, 0);
  const head = `${name}: ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}; ${count('whole')} carried over, ${count('part')} in part, ${count('none')} left behind (${carried} of ${entries} words and expressions)`;
  const told = rules.filter(({ lost, changed }) => lost.length + changed.length > 0);
  return `${[head, ...told.map(describe)].join('\n')}\n`;
}

function describe({ name, outcome, lost, changed }: RuleReport): string {
  const reasons = Map.groupBy(lost, ({ why }) => why);
  const left = [...reasons].map(([why, notes]) => {
    const named = notes.slice(0, MOST_NAMED).map(({ what }) => what);
    const more = notes.length > MOST_NAMED ? ` and ${notes.length - MOST_NAMED} more` : '';
    return `    left behind: ${named.join('   ')}${more}\n      for ${why}`;
  });
  const different = changed.map(({ what, why }) => `    different: ${what}\n      ${why}`);
  return [`  ${name}: ${OUTCOMES[outcome]}`, ...left, ...different].join('\n');
}
