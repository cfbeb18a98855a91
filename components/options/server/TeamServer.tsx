import './server.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ServerEnding, ServerStore } from '../../../lib/stores/server.ts';
import { Notice } from '../../Notice.tsx';
import { AccessForm } from './AccessForm.tsx';
import { Sending } from './Sending.tsx';

/** Sends this browser's counts to a server of the team, and reads the team's from it. Off until somebody sets it. */
export function TeamServer({ server }: { server: ServerStore }) {
  const { servers, status } = useStore(server);
  const [ending, setEnding] = useState<ServerEnding>();
  const { sending, reading, byPolicy, isForbidden } = servers;
  if (status === 'unreadable') return <Notice kind="trouble">{i18n.t('teamServer.unreadable')}</Notice>;
  if (status === 'loading') return null;
  return (
    <>
      <p className="muted">{i18n.t('teamServer.about')}</p>
      <p className="muted">{i18n.t('teamServer.secret')}</p>
      <h2>{i18n.t('teamServer.sending.title')}</h2>
      <p className="muted">{i18n.t('teamServer.sending.about')}</p>
      {isForbidden ? (
        <p>{i18n.t('teamServer.forbidden')}</p>
      ) : sending ? (
        <Sending access={sending} server={server} />
      ) : (
        <AccessForm use="sending" server={server} />
      )}
      <h2>{i18n.t('teamServer.reading.title')}</h2>
      <p className="muted">{i18n.t('teamServer.reading.about')}</p>
      {reading ? (
        <div className="server panel">
          <p className="address">{`${reading.url} · ${reading.database} · ${reading.user}`}</p>
          <p className="row">
            <a className="button" href="/stats.html#server">
              {i18n.t('teamServer.open')}
            </a>
            {byPolicy.includes('reading') ? (
              <span className="muted">{i18n.t('teamServer.byTeam')}</span>
            ) : (
              <button type="button" className="button" onClick={() => void server.remove('reading').then(setEnding)}>
                {i18n.t('teamServer.off')}
              </button>
            )}
          </p>
          {ending === 'failed' && <Notice>{i18n.t('teamServer.ending.failed')}</Notice>}
        </div>
      ) : (
        <AccessForm use="reading" server={server} />
      )}
    </>
  );
}
