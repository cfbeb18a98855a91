import { useState } from 'react';
import { i18n } from '#i18n';
import { compareRates } from '../../lib/stats/compare.ts';
import { splitVersion } from '../../lib/stats/counts.ts';
import { getRate, isFew } from '../../lib/stats/rate.ts';
import type { Part, Report } from '../../lib/stats/report.ts';
import { BarChart } from './BarChart.tsx';
import { Chart } from './Chart.tsx';
import { Choice } from './Choice.tsx';
import { writeCount, writeRate } from './numbers.ts';
import type { RuleNames } from './rule-names.ts';
import { listVersions } from './tables.ts';

/** Whether a pack's new version helped: its flags in 100 words of the replies in which each version spoke. */
export function Versions({ report, names }: { report: Report; names: RuleNames }) {
  const byPack = Map.groupBy(report.versions, ({ key }) => splitVersion(key).pack);
  // What has changed comes first: of a pack in one version there is nothing to tell.
  const packs = [...byPack.keys()].sort((a, b) => getSize(byPack, b) - getSize(byPack, a) || (a < b ? -1 : 1));
  const [chosen, setChosen] = useState<string>();
  const pack = chosen !== undefined && byPack.has(chosen) ? chosen : packs[0];
  if (pack === undefined) return null;
  const versions = [...(byPack.get(pack) ?? [])].sort(byVersion);
  const items = versions.map(({ key, flagged, words }) => ({
    key,
    label: splitVersion(key).version,
    value: getRate(flagged, words) ?? 0,
    text: isFew(words)
      ? i18n.t('stats.few')
      : i18n.t('stats.version.reads', [writeRate(getRate(flagged, words)), writeCount(words)]),
    isFew: isFew(words),
  }));
  const title = i18n.t('stats.version.title');
  return (
    <Chart
      title={title}
      summary={tellChange(versions)}
      table={listVersions(report, names)}
      choice={
        <Choice
          label={i18n.t('stats.version.pack')}
          value={pack}
          options={packs.map((value) => ({ value, text: names.getPack(value) }))}
          onChange={setChosen}
        />
      }
    >
      <BarChart items={items} />
    </Chart>
  );
}

function tellChange(versions: readonly Part[]): string {
  const [before, after] = versions.slice(-2);
  if (!before || !after) return i18n.t('stats.version.one');
  const { verdict, ...rates } = compareRates(before, after);
  return i18n.t(`stats.version.${verdict}`, [
    splitVersion(after.key).version,
    splitVersion(before.key).version,
    writeRate(rates.after),
    writeRate(rates.before),
  ]);
}

function getSize(byPack: Map<string, Part[]>, pack: string): number {
  return byPack.get(pack)?.length ?? 0;
}

/** 4.0.0 before 10.0.0. */
function byVersion(a: Part, b: Part): number {
  return a.key.localeCompare(b.key, 'en', { numeric: true });
}
