import { i18n } from '#i18n';
import { getRate, isFew } from '../../lib/stats/rate.ts';
import type { Report } from '../../lib/stats/report.ts';
import { listLeftOut } from '../../lib/stats/steady.ts';
import { getTrend, type Trend } from '../../lib/stats/trend.ts';
import { Chart } from './Chart.tsx';
import { writeCount, writeDay, writeRate } from './numbers.ts';
import { TimeChart, type TimePoint } from './TimeChart.tsx';
import { listTimes } from './tables.ts';

/** Flags in 100 words, by day or week, with the line that they follow. */
export function OverTime({ report }: { report: Report }) {
  const { times, unit, steady } = report;
  const trend = getTrend(steady);
  const leftOut = listLeftOut(report).size;
  const title = i18n.t(`stats.times.${unit}`);
  const points = times.map(({ key, flagged, words, mended }): TimePoint => {
    const rate = getRate(flagged, words);
    const few = isFew(words);
    const said = i18n.t(`stats.times.reads.${unit}`, [
      writeDay(key),
      writeCount(flagged),
      writeCount(words),
      writeRate(rate),
    ]);
    return {
      key,
      text: few ? `${said} ${i18n.t('stats.fewInBrackets')}` : said,
      value: rate,
      filled: flagged > 0 ? 1 - Math.min(1, mended / flagged) : 1,
      isFew: few,
    };
  });
  return (
    <Chart
      title={title}
      summary={`${tellTrend(trend)}${trend && leftOut > 0 ? ` ${i18n.t('stats.trend.leftOut', leftOut)}` : ''}`}
      table={listTimes(report)}
      isWide
    >
      <TimeChart label={title} points={points} line={trend} />
      <p className="small muted">
        <span className="legend">
          {i18n.t('stats.times.legend')}
          {trend && ` ${i18n.t('stats.times.line')}`}
        </span>{' '}
        <span className="keys">{i18n.t('stats.times.keys')}</span>
      </p>
    </Chart>
  );
}

function tellTrend(trend: Trend | undefined): string {
  if (!trend) return i18n.t('stats.trend.none');
  const way = trend.direction === 0 ? 'steady' : trend.direction < 0 ? 'falling' : 'rising';
  return i18n.t(`stats.trend.${way}`, [writeRate(trend.start), writeRate(trend.end)]);
}
