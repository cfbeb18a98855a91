import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { Notice } from '../Notice.tsx';

/** What is wrong with the settings, one sentence each. */
export function Trouble({ store }: { store: SettingsStore }) {
  const { status, broken, failure, retry } = useStore(store);
  return (
    <>
      {status === 'unreadable' && <Notice kind="trouble">{i18n.t('popup.trouble.unreadable')}</Notice>}
      {broken.length > 0 && (
        <Notice
          actions={
            <a href="/options.html" target="_blank" rel="noreferrer">
              {i18n.t('popup.options')}
            </a>
          }
        >
          {i18n.t('popup.trouble.broken')}
        </Notice>
      )}
      {failure && (
        <Notice
          kind="trouble"
          actions={
            <button type="button" className="button" onClick={() => retry?.()}>
              {i18n.t('popup.trouble.again')}
            </button>
          }
        >
          {i18n.t(`popup.trouble.${failure}`)}
        </Notice>
      )}
    </>
  );
}
