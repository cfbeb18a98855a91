import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { AccessStore } from '../../lib/stores/access.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { Shortcuts } from './Shortcuts.tsx';
import { Snooze } from './Snooze.tsx';

export interface FooterProps {
  store: SettingsStore;
  access: AccessStore;
  isSnoozed: boolean;
  hasStats: boolean;
  /** What stands above all of it. */
  children?: ReactNode;
}

/** The ways to have silence, the keys, and the other pages: in sight however long the list is. */
export function Footer({ store, access, isSnoozed, hasStats, children }: FooterProps) {
  const isAdded = useStore(access, (state) => state.access === 'added');
  const host = useStore(access, (state) => state.host);
  return (
    <footer>
      {children}
      {!isSnoozed && <Snooze store={store} />}
      <Shortcuts store={store} />
      <nav>
        <a href="/options.html" target="_blank" rel="noreferrer">
          {i18n.t('popup.options')}
        </a>
        {hasStats && (
          <a href="/stats.html" target="_blank" rel="noreferrer">
            {i18n.t('popup.stats')}
          </a>
        )}
        {isAdded && (
          <button type="button" className="button plain" onClick={access.giveBack}>
            {i18n.t('popup.site.giveBack', [host])}
          </button>
        )}
      </nav>
    </footer>
  );
}
