import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { isAllowed } from '../../lib/storage/policy.ts';
import type { AccessStore } from '../../lib/stores/access.ts';
import type { DraftStore } from '../../lib/stores/draft.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { Notice } from '../Notice.tsx';
import { NotHere } from './NotHere.tsx';
import { State } from './State.tsx';

interface OffDeskProps {
  draft: DraftStore;
  access: AccessStore;
  settings: SettingsStore;
}

/** Where CanDo does not work: what it is for, and how to have it here. */
export function OffDesk({ draft, access, settings }: OffDeskProps) {
  const { access: right, host, isRefused } = useStore(access);
  const isMine = useStore(settings, (state) => isAllowed(state.settings.policy, host));
  if (right === 'unknown') return null;
  if (!isMine && right !== 'closed') return <NotHere store={settings} />;
  if (right === 'own' || right === 'added')
    return (
      <State title={i18n.t('popup.refresh.title')}>
        <p>{i18n.t('popup.refresh.more')}</p>
        <button type="button" className="button primary" onClick={draft.refresh}>
          {i18n.t('popup.refresh.do')}
        </button>
      </State>
    );
  return (
    <State title={i18n.t('popup.intro.title')}>
      <p>{i18n.t('popup.intro.more')}</p>
      {right === 'askable' && (
        <>
          <button type="button" className="button primary" onClick={access.allow}>
            {i18n.t('popup.intro.use', [host])}
          </button>
          <p className="small muted">{i18n.t('popup.intro.only')}</p>
        </>
      )}
      {right === 'closed' && <p className="muted">{i18n.t('popup.intro.closed')}</p>}
      {right === 'insecure' && <p className="muted">{i18n.t('popup.intro.insecure')}</p>}
      {isRefused && <Notice kind="trouble">{i18n.t('popup.intro.refused')}</Notice>}
    </State>
  );
}
