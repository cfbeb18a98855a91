import './team.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ShareStore } from '../../../lib/stores/share-counts.ts';
import { Notice } from '../../Notice.tsx';
import { download } from '../../options/download.ts';
import { DayFields } from '../DayFields.tsx';
import { FileText } from './FileText.tsx';
import { IdentityFields } from './IdentityFields.tsx';

/** An agent gives their numbers to the team: which days, under which name or none, and exactly what is in the file. */
export function ShareCounts({ share }: { share: ShareStore }) {
  const { identity, range, first, text, days, hasFailed } = useStore(share);
  const [isSaved, setSaved] = useState(false);
  return (
    <details className="team panel" onToggle={({ currentTarget }) => currentTarget.open && void share.open()}>
      <summary>
        <h2>{i18n.t('teamFiles.share.title')}</h2>
      </summary>
      <p className="muted">{i18n.t('teamFiles.share.about')}</p>
      {hasFailed && <Notice kind="trouble">{i18n.t('stats.failed')}</Notice>}
      {identity && !range && !hasFailed && <p>{i18n.t('teamFiles.share.none')}</p>}
      {identity && range && (
        <>
          <IdentityFields identity={identity} onChange={(change) => void share.identify(change)} />
          <DayFields
            label={i18n.t('teamFiles.share.range')}
            range={range}
            first={first}
            today={share.getToday()}
            onChange={share.setRange}
          />
          {text === undefined ? (
            <p>{i18n.t('teamFiles.share.noneThen')}</p>
          ) : (
            <>
              <h3>{i18n.t('teamFiles.share.preview')}</h3>
              <FileText text={text} />
              <p className="row">
                <button
                  type="button"
                  className="button primary"
                  onClick={() => {
                    const file = share.getFile();
                    if (file) download(file);
                    setSaved(true);
                  }}
                >
                  {i18n.t('teamFiles.share.save', days)}
                </button>
              </p>
              <div role="status">{isSaved && i18n.t('teamFiles.share.saved')}</div>
            </>
          )}
        </>
      )}
    </details>
  );
}
