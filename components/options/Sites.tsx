import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { sites as desks } from '../../lib/sites/index.ts';
import { withSite } from '../../lib/storage/settings.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import type { SitesStore } from '../../lib/stores/sites.ts';
import { Notice } from '../Notice.tsx';
import { AddSite } from './AddSite.tsx';
import { SiteRow } from './SiteRow.tsx';
import { listSites } from './site-rows.ts';

/** Where CanDo works: the desks of the installation, what the agent has added, and hosts that are switched off. */
export function Sites({ store, sites }: { store: SettingsStore; sites: SitesStore }) {
  const sitesOff = useStore(store, ({ settings }) => settings.sitesOff);
  const { added, denied } = useStore(sites);
  // A host that was switched on again stays in view, for whoever changes their mind.
  const [seen, setSeen] = useState<readonly string[]>(sitesOff);
  const all = [...new Set([...seen, ...sitesOff])];
  const { own, more, hosts } = listSites(desks, added, all);
  const set = (switched: readonly string[], isOn: boolean) => {
    setSeen(all);
    void change(store, (settings) => ({
      sitesOff: switched.reduce((list, host) => withSite(list, host, isOn), settings.sitesOff),
    }));
  };
  return (
    <>
      <h2>{i18n.t('options.sites.own')}</h2>
      <ul className="list panel">
        {own.map((row) => (
          <SiteRow key={row.name} row={row} store={store} sitesOff={sitesOff} onSwitch={set}>
            {row.origins.some((origin) => denied.includes(origin)) && (
              <Notice
                actions={
                  <button type="button" className="button" onClick={() => sites.add(row.origins)}>
                    {i18n.t('options.sites.allow')}
                  </button>
                }
              >
                {i18n.t('options.sites.denied')}
              </Notice>
            )}
          </SiteRow>
        ))}
      </ul>
      <h2>{i18n.t('options.sites.added')}</h2>
      {more.length === 0 && <p className="muted">{i18n.t('options.sites.none')}</p>}
      <ul className="list panel" hidden={more.length === 0}>
        {more.map((row) => (
          <SiteRow
            key={row.name}
            row={row}
            sitesOff={sitesOff}
            store={store}
            onSwitch={set}
            onRemove={() => sites.remove(row.origins)}
          />
        ))}
      </ul>
      <AddSite store={store} sites={sites} />
      {hosts.length > 0 && (
        <>
          <h2>{i18n.t('options.sites.off')}</h2>
          <ul className="list panel">
            {hosts.map((row) => (
              <SiteRow key={row.name} row={row} store={store} sitesOff={sitesOff} onSwitch={set} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
