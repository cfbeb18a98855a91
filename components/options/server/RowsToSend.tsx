import { useState } from 'react';
import { i18n } from '#i18n';
import type { Rows, ServerStore } from '../../../lib/stores/server.ts';
import { Notice } from '../../Notice.tsx';
import { download } from '../download.ts';

/** What goes to the server, to the letter. */
export function RowsToSend({ rows, server }: { rows: Rows; server: ServerStore }) {
  const [hasFailed, setFailed] = useState(false);
  const save = async () => {
    const text = await server.takeRows().catch(() => undefined);
    setFailed(text === undefined);
    if (text !== undefined) download({ name: 'cando-rows.jsonl', text, type: 'application/jsonl' });
  };
  return (
    <>
      <p>{i18n.t('teamServer.rows.about')}</p>
      <Lines title={i18n.t('teamServer.rows.person')} lines={[rows.person]} />
      <Lines title={i18n.t('teamServer.rows.counts', rows.count)} lines={rows.rows} />
      {rows.rows.length < rows.count && (
        <p className="row">
          <span>{i18n.t('teamServer.rows.first', [rows.rows.length])}</span>
          <button type="button" className="button" onClick={() => void save()}>
            {i18n.t('teamServer.rows.save')}
          </button>
        </p>
      )}
      {hasFailed && <Notice kind="trouble">{i18n.t('stats.failed')}</Notice>}
    </>
  );
}

/** A field, so that the keyboard can go through it and copy from it. */
function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <label className="exact">
      {title}
      <textarea className="field" readOnly wrap="off" rows={Math.min(lines.length + 1, 12)} value={lines.join('\n')} />
    </label>
  );
}
