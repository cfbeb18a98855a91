import { i18n } from '#i18n';
import { tellTemplate } from '../../lib/engine/phrase/tell.ts';
import type { Replaced } from '../../lib/stats/source.ts';
import type { Table } from '../../lib/stats/table.ts';
import { BarChart } from './BarChart.tsx';
import { Chart } from './Chart.tsx';
import { writeCount } from './numbers.ts';
import type { RuleNames } from './rule-names.ts';

const MOST = 10;

/** A phrase of a rule and its rewrite as people read them, and how often the one replaced the other. */
interface Told {
  rule: string;
  phrase: string;
  /** Empty where the phrase was taken out. */
  rewrite: string;
  times: number;
}

/** What replaced what, in the wording of the rules. */
export function ReplacedChart({ replaced, names }: { replaced: readonly Replaced[]; names: RuleNames }) {
  const title = i18n.t('stats.replaced.title');
  const told = tellReplaced(replaced, names);
  const [first] = told;
  const items = told.slice(0, MOST).map(({ rule, phrase, rewrite, times }) => ({
    key: `${rule} ${phrase} ${rewrite}`,
    label: `${phrase} → ${nameRewrite(rewrite)}`,
    value: times,
    text: writeCount(times),
  }));
  return (
    <Chart title={title} summary={tellFirst(first)} table={listReplaced(replaced, names)}>
      <BarChart items={items} lang="en" />
      {told.length > MOST && (
        <p className="small muted legend">{i18n.t('stats.more', [writeCount(told.length - MOST)])}</p>
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
    rows: tellReplaced(replaced, names).map(({ rule, phrase, rewrite, times }) => [
      phrase,
      nameRewrite(rewrite),
      names.getRule(rule),
      times,
    ]),
  };
}

/** The most frequent first. Phrases of a rule that read the same are one. */
function tellReplaced(replaced: readonly Replaced[], names: RuleNames): Told[] {
  const told = new Map<string, Told>();
  for (const { rule, phrase: written, template, times } of replaced) {
    const phrase = names.tellPhrase(rule, written);
    const rewrite = tellTemplate(template);
    const key = [rule, phrase, rewrite].join('\n');
    told.set(key, { rule, phrase, rewrite, times: times + (told.get(key)?.times ?? 0) });
  }
  return [...told.values()].sort((a, b) => b.times - a.times);
}

function tellFirst(first: Told | undefined): string {
  if (!first) return i18n.t('stats.replaced.none');
  const { phrase, rewrite, times } = first;
  if (rewrite === '') return i18n.t('stats.replaced.mostlyOut', [phrase, writeCount(times)]);
  return i18n.t('stats.replaced.summary', [phrase, rewrite, writeCount(times)]);
}

function nameRewrite(rewrite: string): string {
  return rewrite || i18n.t('stats.replaced.takenOut');
}
