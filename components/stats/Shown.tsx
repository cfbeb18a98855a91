import { i18n } from '#i18n';
import { getRate } from '../../lib/stats/rate.ts';
import type { StatsStore, StatsView } from '../../lib/stores/stats.ts';
import { writeCount, writeRange, writeRate } from './numbers.ts';
import type { RuleNames } from './rule-names.ts';

export interface ShownProps {
  store: StatsStore;
  view: StatsView;
  names: RuleNames;
}

/** The numbers of a period. */
export function Shown({ view: { report } }: ShownProps) {
  const { filter, all } = report;
  return (
    <p role="status">
      {i18n.t('stats.shown', [
        writeRange(filter),
        writeCount(all.replies),
        writeCount(all.words),
        writeCount(all.flagged),
        writeRate(getRate(all.flagged, all.words)),
      ])}
    </p>
  );
}
