import './team.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { TeamFilesStore } from '../../../lib/stores/team-files.ts';
import { Notice } from '../../Notice.tsx';
import { DropZone } from './DropZone.tsx';
import { FileList } from './FileList.tsx';
import { Going } from './Going.tsx';
import { GroupTable } from './GroupTable.tsx';
import { TakenFiles } from './TakenFiles.tsx';

/** The files of a team: where they come in, what came of them, what is there. */
export function TeamFiles({ files }: { files: TeamFilesStore }) {
  const { state, progress, last, isLost } = useStore(files);
  useEffect(() => void files.open(), [files]);
  const heading = useRef<HTMLHeadingElement>(null);
  const { keeping, summary } = state ?? {};
  /** Where a button that is pressed goes away, the focus does not go with it. */
  const focusAndDo = (act: () => void) => () => {
    heading.current?.focus();
    act();
  };
  return (
    <section className="team panel" aria-labelledby="team-files">
      <h2 id="team-files" tabIndex={-1} ref={heading}>
        {i18n.t('teamFiles.title')}
      </h2>
      <p className="muted">{i18n.t('teamFiles.about')}</p>
      <DropZone isBusy={progress !== undefined} onFiles={files.take} />
      <Going progress={progress} onStop={focusAndDo(files.stop)} />
      {isLost && <Notice kind="trouble">{i18n.t('teamFiles.lost')}</Notice>}
      {(keeping === 'full' || keeping === 'failed') && (
        <Notice kind="trouble">{i18n.t(`teamFiles.keeping.${keeping}`)}</Notice>
      )}
      {last && <TakenFiles last={last} />}
      {state && summary && summary.files > 0 && (
        <>
          <GroupTable summary={summary} />
          <FileList state={state} onForget={files.forget} onForgetAll={focusAndDo(files.forgetAll)} />
        </>
      )}
    </section>
  );
}
