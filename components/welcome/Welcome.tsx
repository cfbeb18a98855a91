import './welcome.css';
import { i18n } from '#i18n';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import type { SitesStore } from '../../lib/stores/sites.ts';
import type { ToolbarStore } from '../../lib/stores/toolbar.ts';
import { Logo } from '../Logo.tsx';
import { Desks } from './Desks.tsx';
import { Pin } from './Pin.tsx';
import { Privacy } from './Privacy.tsx';
import { Step } from './Step.tsx';
import { Try } from './Try.tsx';
import { useHash } from './use-hash.ts';

export interface WelcomeProps {
  store: SettingsStore;
  sites: SitesStore;
  toolbar: ToolbarStore;
  /** Has CanDo coach this box, as on a desk. */
  coach(box: HTMLTextAreaElement): void;
  isFirefox: boolean;
}

/** What a person sees who has just installed CanDo: four steps, each of which may be skipped. */
export function Welcome({ store, sites, toolbar, coach, isFirefox }: WelcomeProps) {
  const isForPasting = useHash() === '#try';
  return (
    <main className="welcome">
      <header>
        <Logo size={56} />
        <h1>{i18n.t('welcome.title')}</h1>
        <p className="lead">{i18n.t('welcome.lead')}</p>
        {i18n.t('language') !== 'en' && <p className="muted">{i18n.t('options.about.language')}</p>}
      </header>
      <Step number={1} name="desks" title={i18n.t('welcome.desks.title')}>
        <Desks sites={sites} />
      </Step>
      <Step number={2} name="pin" title={i18n.t('welcome.pin.title')}>
        <Pin toolbar={toolbar} isFirefox={isFirefox} />
      </Step>
      <Step number={3} name="try" title={i18n.t(isForPasting ? 'welcome.try.here' : 'welcome.try.title')}>
        <Try store={store} coach={coach} isForPasting={isForPasting} />
      </Step>
      <Step number={4} name="privacy" title={i18n.t('welcome.privacy.title')}>
        <Privacy />
      </Step>
      <footer>
        <p>{i18n.t('welcome.end')}</p>
        <a className="button" href="/options.html">
          {i18n.t('welcome.options')}
        </a>
      </footer>
    </main>
  );
}
