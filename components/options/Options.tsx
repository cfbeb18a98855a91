import './options.css';
import { type ComponentType, Suspense, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { layerReference } from '../../lib/packs/team-reference.ts';
import { listTeam } from '../../lib/storage/packs.ts';
import type { PacksStore } from '../../lib/stores/packs.ts';
import type { ServerStore } from '../../lib/stores/server.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import type { SitesStore } from '../../lib/stores/sites.ts';
import type { SubscriptionsStore } from '../../lib/stores/subscriptions.ts';
import { Logo } from '../Logo.tsx';
import { About, type AboutProps } from './About.tsx';
import { Appearance } from './Appearance.tsx';
import { English } from './English.tsx';
import { Fading } from './Fading.tsx';
import { Ignored } from './Ignored.tsx';
import { KeysSection } from './KeysSection.tsx';
import { Nav } from './Nav.tsx';
import { Notices } from './Notices.tsx';
import { Readers } from './Readers.tsx';
import { Rules } from './Rules.tsx';
import { Sites } from './Sites.tsx';
import { type SectionName, useSection } from './sections.ts';
import { TeamServer } from './server/TeamServer.tsx';
import { Subscriptions } from './subscriptions/Subscriptions.tsx';
import { TeamPolicy } from './TeamPolicy.tsx';
import { YourData } from './YourData.tsx';

export interface OptionsProps {
  store: SettingsStore;
  sites: SitesStore;
  subscriptions: SubscriptionsStore;
  server: ServerStore;
  packs: PacksStore;
  /** The packs of the installation. */
  builtIn: readonly ReferencePack[];
  about: AboutProps;
  /** Loaded when it is opened: it is as large as all the rest. */
  workshop: ComponentType<{ target: string }>;
}

/** All that an agent can set, a section at a time; the address says which. */
export function Options({
  store,
  sites,
  subscriptions,
  server,
  packs: installed,
  builtIn,
  about,
  workshop: Workshop,
}: OptionsProps) {
  const { section, rest } = useSection();
  const { installed: list, files } = useStore(installed);
  const policy = useStore(store, ({ settings }) => settings.policy);
  const packs = useMemo(() => layerReference(builtIn, listTeam(list, policy), files), [builtIn, list, policy, files]);
  const title = i18n.t(`options.sections.${section}`);
  useEffect(() => {
    document.title = i18n.t('options.title', [title]);
  }, [title]);
  return (
    <div className={section === 'workshop' ? 'options wide' : 'options'}>
      <header>
        <Logo size={28} />
        <strong>{i18n.t('options.name')}</strong>
      </header>
      <Nav current={section} />
      <main>
        <Notices store={store}>
          <TeamPolicy store={store} packs={installed} reference={packs} />
          <h1>{title}</h1>
          {show(section)}
        </Notices>
      </main>
    </div>
  );

  function show(name: SectionName) {
    switch (name) {
      case 'rules':
        return <Rules store={store} packs={packs} target={rest} />;
      case 'workshop':
        return (
          <Suspense fallback={<p role="status">{i18n.t('workshop.loading')}</p>}>
            <Workshop target={rest} />
          </Suspense>
        );
      case 'subscriptions':
        return <Subscriptions subscriptions={subscriptions} />;
      case 'server':
        return <TeamServer server={server} />;
      case 'english':
        return <English store={store} />;
      case 'sites':
        return <Sites store={store} sites={sites} />;
      case 'readers':
        return <Readers store={store} />;
      case 'ignored':
        return <Ignored store={store} packs={packs} />;
      case 'keys':
        return <KeysSection store={store} />;
      case 'appearance':
        return (
          <>
            <Appearance store={store} />
            <Fading store={store} packs={packs} />
          </>
        );
      case 'data':
        return <YourData stores={{ settings: store, sites }} />;
      case 'about':
        return <About {...about} />;
    }
  }
}
