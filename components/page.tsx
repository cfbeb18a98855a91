import './tokens.css';
import './page.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import type { SettingsStore } from '../lib/stores/settings.ts';

/** Mounts a page of the extension: in the browser's language and its direction, in the theme that the agent has set. */
export function mountPage(page: ReactNode, store: SettingsStore, title: string): void {
  const { documentElement } = document;
  documentElement.lang = i18n.t('language');
  documentElement.dir = i18n.t('direction');
  document.title = title;
  const showTheme = () => {
    documentElement.dataset.theme = store.getState().settings.appearance.theme;
  };
  store.subscribe(showTheme);
  showTheme();
  createRoot(document.getElementById('root') as HTMLElement).render(page);
}
