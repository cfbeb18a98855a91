import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { takeBackup, toFile } from '../../lib/stores/backup.ts';
import { letBrokenGo, type SettingsStore } from '../../lib/stores/settings.ts';
import { joinWords } from '../language.ts';
import { Notice } from '../Notice.tsx';
import { download } from './download.ts';

/** What is wrong with the settings as a whole, each with a way on, before what can be set. */
export function Notices({ store, children }: { store: SettingsStore; children: ReactNode }) {
  const { broken, status, failure, retry } = useStore(store);
  const saveCopy = async () => download(toFile(await takeBackup()));
  if (status === 'loading') return null;
  return (
    <>
      {status === 'unreadable' && (
        <Notice
          kind="trouble"
          actions={
            <button type="button" className="button" onClick={() => location.reload()}>
              {i18n.t('options.again')}
            </button>
          }
        >
          {i18n.t('options.unreadable')}
        </Notice>
      )}
      {failure && (
        <Notice
          kind="trouble"
          actions={
            <>
              <button type="button" className="button" onClick={() => retry?.()}>
                {i18n.t('options.again')}
              </button>
              {failure === 'full' && (
                <a className="button" href="#ignored">
                  {i18n.t('options.makeRoom')}
                </a>
              )}
              <button
                type="button"
                className="button plain"
                onClick={() => store.setState({ failure: undefined, retry: undefined })}
              >
                {i18n.t('options.leaveIt')}
              </button>
            </>
          }
        >
          {i18n.t(`options.failure.${failure}`)}
        </Notice>
      )}
      {broken.length > 0 && (
        <Notice
          kind="trouble"
          actions={
            <>
              <button type="button" className="button" onClick={saveCopy}>
                {i18n.t('options.broken.save')}
              </button>
              <button type="button" className="button plain" onClick={() => letBrokenGo(store)}>
                {i18n.t('options.broken.forget')}
              </button>
            </>
          }
        >
          {i18n.t('options.broken.said', [joinWords(broken.map((name) => i18n.t(`options.setting.${name}`)))])}
        </Notice>
      )}
      {status === 'ready' && children}
    </>
  );
}
