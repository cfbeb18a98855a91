import { useContext } from 'react';
import { i18n } from '#i18n';
import { compareRates } from '../../lib/stats/compare.ts';
import type { Range } from '../../lib/stats/range.ts';
import { getRate, isFew } from '../../lib/stats/rate.ts';
import type { Report } from '../../lib/stats/report.ts';
import { countWithout, listLeftOut } from '../../lib/stats/steady.ts';
import { DaysShown } from './days-shown.ts';
import { writeCount, writeRange, writeRate, writeShare } from './numbers.ts';

interface OverviewProps {
  report: Report;
  compared: Report | undefined;
  /** With which it is not compared, for the two share days. */
  shared: Range | undefined;
}

/** The period in five numbers, each beside that of the period before where there is one. */
export function Overview({ report, compared, shared }: OverviewProps) {
  const count = (name: 'replies' | 'words' | 'flagged') => ({
    name,
    write: ({ all }: Report) => writeCount(all[name]),
  });
  const tiles = [
    count('replies'),
    count('words'),
    count('flagged'),
    { name: 'rate' as const, write: ({ all }: Report) => writeRate(getRate(all.flagged, all.words)) },
    {
      name: 'mended' as const,
      write: ({ all }: Report) => (all.flagged > 0 ? writeShare(all.mended, all.flagged) : '–'),
    },
  ];
  const leftOut = compared ? listLeftOut(report, compared) : new Set<string>();
  const change = compared && compareRates(countWithout(compared, leftOut), countWithout(report, leftOut));
  return (
    <section className="overview" aria-label={i18n.t('stats.overview')}>
      <h2>{useContext(DaysShown)}</h2>
      <dl>
        {tiles.map(({ name, write }) => (
          <div key={name} className="panel">
            <dt>{i18n.t(`stats.column.${name}`)}</dt>
            <dd>
              {write(report)}
              {name === 'rate' && isFew(report.all.words) && <small className="few">{i18n.t('stats.few')}</small>}
              {compared && <small>{i18n.t('stats.compared.before', [write(compared)])}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {compared && change && (
        <p role="status">
          {i18n.t(`stats.compared.${change.verdict}`, [writeRange(compared.filter)])}
          {leftOut.size > 0 && ` ${i18n.t('stats.compared.leftOut', leftOut.size)}`}
        </p>
      )}
      {shared && <p role="status">{i18n.t('stats.compared.shared', [writeRange(shared)])}</p>}
    </section>
  );
}
