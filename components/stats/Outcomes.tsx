import { i18n } from '#i18n';
import { type Both, getOpen, type Report } from '../../lib/stats/report.ts';
import type { Table } from '../../lib/stats/table.ts';
import { BarChart } from './BarChart.tsx';
import { Chart } from './Chart.tsx';
import { writeCount, writeShare } from './numbers.ts';

/** What becomes of a flagged phrase; each has one end. */
const ENDS = ['mended', 'reworded', 'rewritten', 'ignored', 'switchedOff', 'sent', 'dropped', 'open'] as const;
type End = (typeof ENDS)[number];

/** What became of flagged phrases, and of which share of them. */
export function Outcomes({ report: { all }, compared }: { report: Report; compared: Report | undefined }) {
  const title = i18n.t('stats.outcome.title');
  const items = ENDS.map((end) => {
    const count = countEnd(all, end);
    return {
      key: end,
      label: i18n.t(`stats.outcome.${end}`),
      value: count,
      text: `${writeCount(count)}${all.flagged > 0 && count > 0 ? ` · ${writeShare(count, all.flagged)}` : ''}`,
    };
  });
  return (
    <Chart
      title={title}
      summary={i18n.t('stats.outcome.summary', [
        writeCount(all.flagged),
        writeShare(all.mended, all.flagged),
        writeShare(countEnd(all, 'rewritten'), all.flagged),
        writeShare(all.sent, all.flagged),
      ])}
      table={listOutcomes(all, compared?.all)}
    >
      <BarChart items={items} />
    </Chart>
  );
}

export function listOutcomes(all: Both, before: Both | undefined): Table {
  const title = (name: 'outcome' | 'count' | 'before') => i18n.t(`stats.column.${name}`);
  return {
    name: 'outcomes',
    columns: [
      { name: 'outcome', title: title('outcome'), kind: 'text' },
      { name: 'count', title: title('count'), kind: 'count' },
      ...(before ? [{ name: 'before', title: title('before'), kind: 'count' } as const] : []),
    ],
    rows: [...ENDS, 'undone' as const].map((end) => [
      i18n.t(`stats.outcome.${end}`),
      countEnd(all, end),
      ...(before ? [countEnd(before, end)] : []),
    ]),
  };
}

/** A rewrite that was undone is no end: the phrase stood again and had another one. */
function countEnd(all: Both, end: End | 'undone'): number {
  if (end === 'open') return getOpen(all);
  return end === 'rewritten' ? Math.max(0, all.rewritten - all.undone) : all[end];
}
