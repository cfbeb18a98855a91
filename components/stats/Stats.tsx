import './stats.css';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { PlaceName, StatsStore } from '../../lib/stores/stats.ts';
import { Logo } from '../Logo.tsx';
import { Notice } from '../Notice.tsx';
import { Controls } from './Controls.tsx';
import { Empty } from './Empty.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import type { RuleNames } from './rule-names.ts';
import { Shown } from './Shown.tsx';

export interface StatsProps {
  store: StatsStore;
  /** What stands above the numbers of a place: where files are dropped, which server is asked. */
  panels?: Partial<Record<PlaceName, ReactNode>>;
  names: RuleNames;
}

/** The habits of one browser or of a team, as numbers and charts. */
export function Stats({ store, panels = {}, names }: StatsProps) {
  const { place, places, view, status, trouble } = useStore(store);
  const hasCounts = view?.extent.first !== undefined;
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
        {status === 'failed' && (
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
        )}
        {hasCounts && <Controls store={store} extent={view.extent} />}
        {status === 'loading' && !view && <p role="status">{i18n.t('stats.loading')}</p>}
        {view && !hasCounts && <Empty place={place} />}
        {view && hasCounts && <Shown store={store} view={view} names={names} />}
      </main>
    </div>
  );
}
