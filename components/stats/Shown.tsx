import { i18n } from '#i18n';
import { getWeek } from '../../lib/stats/days.ts';
import { chooseFocus } from '../../lib/stats/focus.ts';
import { markOff } from '../../lib/stats/habits.ts';
import { FEW_FLAGS, FEW_WORDS } from '../../lib/stats/rate.ts';
import type { StatsView } from '../../lib/stores/stats.ts';
import { Changes, listChanges } from './Changes.tsx';
import { Course } from './Course.tsx';
import { DaysShown } from './days-shown.ts';
import { getDeskName } from './desk-names.ts';
import { FocusCard } from './FocusCard.tsx';
import { writeCount, writeRange } from './numbers.ts';
import { listOutcomes, Outcomes } from './Outcomes.tsx';
import { OverTime } from './OverTime.tsx';
import { Overview } from './Overview.tsx';
import { Rates } from './Rates.tsx';
import { listReplaced, ReplacedChart } from './ReplacedChart.tsx';
import type { Choosable, RuleNames } from './rule-names.ts';
import { Save } from './Save.tsx';
import { listDesks, listGroups, listPacks, listRules, listTimes, listVersions } from './tables.ts';
import { Versions } from './Versions.tsx';

interface ShownProps {
  place: string;
  view: StatsView;
  names: RuleNames;
  /** Rules that may be a week's focus. */
  choosable: Choosable;
}

/** The numbers of a period: in short, over time, and told apart by all that they can be told apart by. */
export function Shown({ place, view, names, choosable }: ShownProps) {
  const { report, compared, shared, today, people, isPast } = view;
  // Of a team it is not known who has switched off what.
  const isOff = (rule: string) =>
    place === 'browser' && names.find(rule) !== undefined && !Object.hasOwn(choosable, rule);
  const habits = markOff(view.habits, isOff);
  const focus = chooseFocus(habits, choosable, today, people);
  const groupName = (key: string) => key || i18n.t('stats.group.none');
  const tables = {
    times: listTimes(report),
    outcomes: listOutcomes(report.all, compared?.all),
    rules: listRules(report, names),
    packs: listPacks(report, names),
    desks: listDesks(report),
    replaced: listReplaced(report.replaced, names),
    versions: listVersions(report, names),
    ...(report.groups.length > 0 && { groups: listGroups(report) }),
    ...(compared && { changes: listChanges(report, compared, names) }),
  };
  const { desk, group, agent } = report.filter;
  const about = [
    writeRange(report.filter),
    desk !== undefined && getDeskName(desk),
    group !== undefined && groupName(group),
    agent !== undefined && view.extent.agents.find(({ id }) => id === agent)?.name,
  ];
  return (
    <DaysShown value={about.filter(Boolean).join(' · ')}>
      <Overview report={report} compared={compared} shared={shared} />
      <FocusCard focus={focus} names={names} past={isPast ? getWeek(today) : undefined} />
      <div className="charts">
        <OverTime report={report} />
        {compared && <Changes report={report} compared={compared} names={names} />}
        <Course habits={habits} first={focus?.rule ?? report.rules[0]?.key} names={names} />
        <Outcomes report={report} compared={compared} />
        <Versions report={report} names={names} />
        <Rates
          title={i18n.t('stats.byRule')}
          parts={report.rules}
          before={compared?.rules}
          table={tables.rules}
          getName={names.getRule}
          lang="en"
        />
        <Rates
          title={i18n.t('stats.byCategory')}
          parts={report.packs}
          before={compared?.packs}
          table={tables.packs}
          getName={names.getPack}
          lang="en"
        />
        <Rates
          title={i18n.t('stats.byDesk')}
          parts={report.desks}
          before={compared?.desks}
          table={tables.desks}
          getName={getDeskName}
        />
        {tables.groups && (
          <Rates
            title={i18n.t('stats.byGroup')}
            parts={report.groups}
            before={compared?.groups}
            table={tables.groups}
            getName={groupName}
          />
        )}
        <ReplacedChart replaced={report.replaced} names={names} />
      </div>
      <Save place={place} filter={report.filter} tables={Object.values(tables)} />
      <p className="small muted">{i18n.t('stats.small', [writeCount(FEW_WORDS), writeCount(FEW_FLAGS)])}</p>
    </DaysShown>
  );
}
