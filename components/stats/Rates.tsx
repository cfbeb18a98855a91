import { i18n } from '#i18n';
import { compareRates } from '../../lib/stats/compare.ts';
import { getRate, isFew } from '../../lib/stats/rate.ts';
import type { Part } from '../../lib/stats/report.ts';
import type { Table } from '../../lib/stats/table.ts';
import { BarChart, type BarItem } from './BarChart.tsx';
import { Chart } from './Chart.tsx';
import { writeCount, writeRate } from './numbers.ts';

interface RatesProps {
  title: string;
  parts: readonly Part[];
  /** The same in the period that is compared with. */
  before?: readonly Part[] | undefined;
  table: Table;
  getName(key: string): string;
  lang?: string;
}

/** More would be no chart any more; the table has all. */
const MOST = 10;

/** Flags in 100 words of several things beside each other. */
export function Rates({ title, parts, before, table, getName, lang }: RatesProps) {
  const known = new Map(before?.map((part) => [part.key, part]));
  const items = parts.slice(0, MOST).map(({ key, flagged, words }): BarItem => {
    const rate = getRate(flagged, words);
    const few = isFew(words);
    const former = known.get(key);
    return {
      key,
      label: getName(key),
      value: rate ?? 0,
      text: few ? i18n.t('stats.few') : `${writeRate(rate)} (${writeCount(flagged)})`,
      isFew: few,
      ...(before && { before: (former && getRate(former.flagged, former.words)) ?? 0 }),
    };
  });
  const [first, second] = parts.filter(({ flagged }) => flagged > 0).sort((a, b) => toRate(b) - toRate(a));
  const rest = parts.length - items.length;
  // Of few words a rate is chance: none stands out.
  const isClose = first && second && compareRates(second, first).verdict === 'chance';
  const summary = !first
    ? i18n.t('stats.nothingFlagged')
    : isFew(first.words)
      ? i18n.t('stats.mostFew')
      : isClose
        ? i18n.t('stats.mostClose', [getName(first.key), getName(second.key), writeRate(toRate(first))])
        : i18n.t('stats.most', [getName(first.key), writeRate(toRate(first))]);
  return (
    <Chart title={title} summary={summary} table={table}>
      <BarChart items={items} {...(lang && { lang })} />
      {rest > 0 && <p className="small muted legend">{i18n.t('stats.more', [writeCount(rest)])}</p>}
      {before && <p className="small muted legend">{i18n.t('stats.beforeLegend')}</p>}
    </Chart>
  );
}

/** What is over few words comes last: it is no finding. */
function toRate({ flagged, words }: Part): number {
  return isFew(words) ? -1 : (getRate(flagged, words) ?? 0);
}
