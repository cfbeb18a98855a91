import { i18n } from '#i18n';
import type { Replaced } from '../../lib/stats/source.ts';
import type { Table } from '../../lib/stats/table.ts';
import { BarChart } from './BarChart.tsx';
import { Chart } from './Chart.tsx';
import { writeCount } from './numbers.ts';
import type { RuleNames } from './rule-names.ts';

const MOST = 10;

/** What replaced what, in the wording of the rules. */
export function ReplacedChart({ replaced, names }: { replaced: readonly Replaced[]; names: RuleNames }) {
  const title = i18n.t('stats.replaced.title');
  const [first] = replaced;
  const items = replaced.slice(0, MOST).map(({ rule, phrase, template, times }) => ({
    key: `${rule} ${phrase} ${template}`,
    label: `${phrase} → ${template || '–'}`,
    value: times,
    text: writeCount(times),
  }));
  return (
    <Chart
      title={title}
      summary={
        first
          ? i18n.t('stats.replaced.summary', [first.phrase, first.template || '–', writeCount(first.times)])
          : i18n.t('stats.replaced.none')
      }
      table={listReplaced(replaced, names)}
    >
      <BarChart items={items} lang="en" />
      {replaced.length > MOST && (
        <p className="small muted">{i18n.t('stats.more', [writeCount(replaced.length - MOST)])}</p>
      )}
    </Chart>
  );
}

export function listReplaced(replaced: readonly Replaced[], names: RuleNames): Table {
  const column = (name: 'rule' | 'phrase' | 'replacement' | 'count', kind: 'english' | 'count') => ({
    name,
    kind,
    title: i18n.t(`stats.column.${name}`),
  });
  return {
    name: 'replaced',
    columns: [
      column('phrase', 'english'),
      column('replacement', 'english'),
      column('rule', 'english'),
      column('count', 'count'),
    ],
    rows: replaced.map(({ rule, phrase, template, times }) => [phrase, template, names.getRule(rule), times]),
  };
}
