import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ServerTrouble } from '../../../lib/clickhouse/trouble.ts';
import type { ServerAccess, ServerEnding, ServerStore } from '../../../lib/stores/server.ts';
import { writeDate } from '../../language.ts';
import { Notice } from '../../Notice.tsx';
import { RowsToSend } from './RowsToSend.tsx';
import { describeServerTrouble } from './trouble.ts';

/** A server that is set: what would go there, until the user has agreed; what waits and what came of it, from then on. */
export function Sending({ access, server }: { access: ServerAccess; server: ServerStore }) {
  const { servers, sending, rows, isBusy } = useStore(server);
  const [ending, setEnding] = useState<ServerEnding>();
  const isByPolicy = servers.byPolicy.includes('sending');
  const trouble = sending.trouble as ServerTrouble | undefined;
  const agree = async () => setEnding(await server.agree());
  const goOut = async () => setEnding(await (isByPolicy ? server.stop() : server.remove('sending')));

  return (
    <div className="server panel" aria-busy={isBusy}>
      <p className="address">{`${access.url} · ${access.database} · ${access.user}`}</p>
      {isByPolicy && <p className="muted">{i18n.t('teamServer.byTeam')}</p>}
      {servers.isAgreed && (
        <p role="status">
          {rows && i18n.t('teamServer.waiting', rows.days)}{' '}
          {sending.sentAt === undefined
            ? i18n.t('teamServer.never')
            : i18n.t('teamServer.sentAt', [writeDate(sending.sentAt)])}
        </p>
      )}
      {servers.isAgreed && trouble && !isBusy && (
        <Notice kind="trouble">
          {describeServerTrouble(trouble)} {i18n.t('teamServer.kept')}
        </Notice>
      )}
      {!servers.isAgreed && <Notice>{i18n.t('teamServer.notYet')}</Notice>}
      {rows && (!servers.isAgreed || rows.count > 0) && (
        <details open={!servers.isAgreed}>
          <summary>{i18n.t('teamServer.rows.title')}</summary>
          <RowsToSend rows={rows} server={server} />
        </details>
      )}
      <p className="row">
        {servers.isAgreed ? (
          <>
            <button type="button" className="button" disabled={isBusy} onClick={() => void server.sendNow()}>
              {isBusy ? i18n.t('teamServer.busy') : i18n.t('teamServer.sendNow')}
            </button>
            {sending.sentAt !== undefined && (
              <button type="button" className="button" disabled={isBusy} onClick={() => void server.sendNow(true)}>
                {i18n.t('teamServer.sendAnew')}
              </button>
            )}
          </>
        ) : (
          <button type="button" className="button primary" disabled={isBusy || !rows} onClick={() => void agree()}>
            {i18n.t('teamServer.agree')}
          </button>
        )}
        {(servers.isAgreed || !isByPolicy) && (
          <button type="button" className="button" onClick={() => void goOut()}>
            {i18n.t('teamServer.off')}
          </button>
        )}
      </p>
      {ending && ending !== 'done' && <Notice>{i18n.t(`teamServer.ending.${ending}`)}</Notice>}
    </div>
  );
}
