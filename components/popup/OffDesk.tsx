import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { AccessStore } from '../../lib/stores/access.ts';
import type { DraftStore } from '../../lib/stores/draft.ts';
import { Notice } from '../Notice.tsx';
import { State } from './State.tsx';

/** Where CanDo does not work: what it is for, and how to have it here. */
export function OffDesk({ draft, access }: { draft: DraftStore; access: AccessStore }) {
  const { access: right, host, isRefused } = useStore(access);
  if (right === 'unknown') return null;
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
