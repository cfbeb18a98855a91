import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { COMPARISONS, PRESETS } from '../../lib/stats/range.ts';
import type { Extent } from '../../lib/stats/source.ts';
import type { StatsStore } from '../../lib/stores/stats.ts';
import { Choice } from './Choice.tsx';
import { DayFields } from './DayFields.tsx';
import { getDeskName } from './desk-names.ts';

/** Chooses none of them. No name has a line break, and the groups that stand together have an empty one. */
const ALL = '\n';

/** Which days, which desk, and what they are compared with. */
export function Controls({ store, extent }: { store: StatsStore; extent: Extent }) {
  const asked = useStore(store, (state) => state.asked);
  const limits = { first: extent.first, today: store.getToday() };
  const toOption = (value: string, text: string) => ({ value, text });
  const pick = (name: 'desk' | 'group' | 'agent') => (value: string) =>
    store.ask({ [name]: value === ALL ? undefined : value });
  return (
    <search className="controls panel">
      <Choice
        label={i18n.t('stats.period.label')}
        value={asked.preset}
        options={PRESETS.map((value) => ({ value, text: i18n.t(`stats.period.${value}`) }))}
        onChange={(preset) => store.ask({ preset })}
      />
      {asked.preset === 'own' && (
        <DayFields
          {...limits}
          label={i18n.t('stats.period.own')}
          range={asked.own}
          onChange={(own) => store.ask({ own })}
        />
      )}
      <Choice
        label={i18n.t('stats.comparison.label')}
        value={asked.comparison}
        options={COMPARISONS.map((value) => ({ value, text: i18n.t(`stats.comparison.${value}`) }))}
        onChange={(comparison) => store.ask({ comparison })}
      />
      {asked.comparison === 'own' && (
        <DayFields
          {...limits}
          label={i18n.t('stats.comparison.own')}
          range={asked.comparedOwn}
          onChange={(comparedOwn) => store.ask({ comparedOwn })}
        />
      )}
      {extent.desks.length > 1 && (
        <Choice
          label={i18n.t('stats.desk.label')}
          value={asked.desk ?? ALL}
          options={[
            toOption(ALL, i18n.t('stats.desk.all')),
            ...extent.desks.map((desk) => toOption(desk, getDeskName(desk))),
          ]}
          onChange={pick('desk')}
        />
      )}
      {extent.groups.length > 1 && (
        <Choice
          label={i18n.t('stats.group.label')}
          value={asked.group ?? ALL}
          options={[
            toOption(ALL, i18n.t('stats.group.all')),
            ...extent.groups.map(({ name }) => toOption(name, name || i18n.t('stats.group.none'))),
          ]}
          onChange={pick('group')}
        />
      )}
      {extent.agents.length > 0 && (
        <Choice
          label={i18n.t('stats.agent.label')}
          value={asked.agent ?? ALL}
          options={[
            toOption(ALL, i18n.t('stats.agent.all')),
            ...extent.agents.map(({ id, name }) => toOption(id, name)),
          ]}
          onChange={pick('agent')}
        />
      )}
    </search>
  );
}
