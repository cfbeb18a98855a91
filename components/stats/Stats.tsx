import './stats.css';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { layerReference } from '../../lib/packs/team-reference.ts';
import { listTeam } from '../../lib/storage/packs.ts';
import type { PacksStore } from '../../lib/stores/packs.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import type { PlaceName, StatsStore } from '../../lib/stores/stats.ts';
import { Logo } from '../Logo.tsx';
import { Notice } from '../Notice.tsx';
import { Controls } from './Controls.tsx';
import { Empty } from './Empty.tsx';
import { NothingThen } from './NothingThen.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import { createRuleNames, listChoosable } from './rule-names.ts';
import { Shown } from './Shown.tsx';

export interface StatsProps {
  store: StatsStore;
  settings: SettingsStore;
  packs: PacksStore;
  /** The packs of the installation. */
  builtIn: readonly ReferencePack[];
  /** What stands above the numbers of a place: where files are dropped, which server is asked. */
  panels?: Partial<Record<PlaceName, ReactNode>>;
}

/** The habits of one browser or of a team, as numbers and charts. */
export function Stats({ store, settings, packs: installed, builtIn, panels = {} }: StatsProps) {
  const { place, places, view, status } = useStore(store);
  const inForce = useStore(settings, (state) => state.settings);
  const { installed: list, files } = useStore(installed);
  const packs = useMemo(
    () => layerReference(builtIn, listTeam(list, inForce.policy), files),
    [builtIn, list, inForce.policy, files],
  );
  const names = useMemo(() => createRuleNames(packs), [packs]);
  const choosable = useMemo(() => listChoosable(packs, inForce), [packs, inForce]);
  const hasCounts = view?.extent.first !== undefined;
  const hasSome = view && view.report.times.length > 0;
  return (
    <div className="stats">
      <header>
        <Logo size={32} />
        <h1>{i18n.t('stats.name')}</h1>
      </header>
      <main aria-busy={status === 'loading'}>
        <p className="muted">{i18n.t('stats.lead')}</p>
        {places.length > 1 && <PlacePicker store={store} />}
        {panels[place]}
        {status === 'failed' && <Failed store={store} />}
        {hasCounts && <Controls store={store} extent={view.extent} />}
        {status === 'loading' && !view && <p role="status">{i18n.t('stats.loading')}</p>}
        {view && !hasCounts && <Empty place={place} />}
        {hasCounts && !hasSome && <NothingThen store={store} range={view.report.filter} />}
        {hasCounts && hasSome && <Shown place={place} view={view} names={names} choosable={choosable} />}
      </main>
    </div>
  );
}

/** That the place does not answer; what it answered before stays. */
function Failed({ store }: { store: StatsStore }) {
  const trouble = useStore(store, (state) => state.trouble);
  return (
    <Notice
      kind="trouble"
      more={trouble !== undefined && <p className="muted">{i18n.t('stats.failed')}</p>}
      actions={
        <button type="button" className="button" onClick={store.retry}>
          {i18n.t('stats.again')}
        </button>
      }
    >
      {trouble ?? i18n.t('stats.failed')}
    </Notice>
  );
}
