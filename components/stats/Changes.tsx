import { i18n } from '#i18n';
import { type Change, compareRates } from '../../lib/stats/compare.ts';
import { splitVersion } from '../../lib/stats/counts.ts';
import { isFew } from '../../lib/stats/rate.ts';
import { findRule, type Part, type Report } from '../../lib/stats/report.ts';
import type { Kind, Table } from '../../lib/stats/table.ts';
import { DataTable } from './DataTable.tsx';
import type { RuleNames } from './rule-names.ts';

type Verdict = Change['verdict'] | 'off';

interface Row {
  rule: string;
  before: Part;
  after: Part;
  change: Change;
  /** `off` where hardly anything was written in one of them while the rule was on. */
  verdict: Verdict;
}

/** What two periods differ in, rule by rule: first what is surely more, then what is surely less. */
export function Changes({ report, compared, names }: { report: Report; compared: Report; names: RuleNames }) {
  const rows = listRows(report, compared);
  const title = i18n.t('stats.compared.title');
  const sure = rows.filter(({ verdict }) => verdict === 'more' || verdict === 'fewer');
  return (
    <section className="chart panel wide">
      <h2>{title}</h2>
      <p className="summary">{i18n.t(sure.length > 0 ? 'stats.compared.sure' : 'stats.compared.unsure')}</p>
      {rows.length > 0 && <DataTable table={listChanges(report, compared, names)} title={title} />}
    </section>
  );
}

export function listChanges(report: Report, compared: Report, names: RuleNames): Table {
  const column = (name: ColumnName, kind: Kind) => ({ name, kind, title: i18n.t(`stats.column.${name}`) });
  return {
    name: 'changes',
    columns: [
      column('rule', 'english'),
      column('category', 'english'),
      column('rateBefore', 'rate'),
      column('rateNow', 'rate'),
      column('flaggedBefore', 'count'),
      column('flaggedNow', 'count'),
      column('verdict', 'text'),
    ],
    rows: listRows(report, compared).map(({ rule, before, after, change, verdict }) => [
      names.getRule(rule),
      names.getPack(splitVersion(`${rule}@`).pack),
      change.before,
      change.after,
      before.flagged,
      after.flagged,
      i18n.t(`stats.verdict.${verdict}`),
    ]),
  };
}

type ColumnName = 'rule' | 'category' | 'rateBefore' | 'rateNow' | 'flaggedBefore' | 'flaggedNow' | 'verdict';

const ORDER: Record<Verdict, number> = { more: 0, fewer: 1, chance: 2, few: 3, off: 4 };

function listRows(report: Report, compared: Report): Row[] {
  const isOff = ({ off }: Report, { key, words }: Part) => isFew(words) && off.some(({ rule }) => rule === key);
  const ids = new Set([...report.rules, ...compared.rules].map(({ key }) => key));
  return [...ids]
    .map((rule) => {
      const [before, after] = [findRule(compared, rule), findRule(report, rule)];
      const change = compareRates(before, after);
      const verdict: Verdict = isOff(compared, before) || isOff(report, after) ? 'off' : change.verdict;
      return { rule, before, after, change, verdict };
    })
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || b.after.flagged - a.after.flagged);
}
