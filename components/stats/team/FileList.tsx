import { useState } from 'react';
import { i18n } from '#i18n';
import type { TeamState } from '../../../lib/team/intake.ts';
import { focusIt } from '../../options/focus.ts';
import { writeCount, writeDay } from '../numbers.ts';

interface FileListProps {
  state: TeamState;
  onForget(ids: readonly string[]): void;
  onForgetAll(): void;
}

/** A hundred rows at a time: a thousand would keep the page busy. */
const PAGE = 100;

/** The files that are there, each with the way to forget it. */
export function FileList({ state: { files }, onForget, onForgetAll }: FileListProps) {
  const [shown, setShown] = useState(PAGE);
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<'no' | 'yes' | 'kept'>('no');
  return (
    <details className="kept" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{i18n.t('teamFiles.list', files.length)}</summary>
      {isOpen && (
        <>
          <ul className="files">
            {files.slice(0, shown).map(({ id, name, group, exported, days }) => (
              <li key={id}>
                <span>
                  <strong>{name}</strong>{' '}
                  <span className="muted small">
                    {group && `${group} · `}
                    {i18n.t('teamFiles.exported', [writeDay(exported)])} · {i18n.t('teamFiles.dayCount', days)}
                  </span>
                </span>
                <button
                  type="button"
                  className="button"
                  aria-label={i18n.t('teamFiles.forgetOne', [name])}
                  onClick={({ currentTarget }) => {
                    focusBeside(currentTarget);
                    onForget([id]);
                  }}
                >
                  {i18n.t('teamFiles.forget')}
                </button>
              </li>
            ))}
          </ul>
          {files.length > shown && (
            <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
              {i18n.t('teamFiles.more', [writeCount(files.length - shown)])}
            </button>
          )}
          {asking === 'yes' ? (
            <fieldset className="ask">
              <legend>{i18n.t('teamFiles.sure')}</legend>
              <p className="row">
                <button type="button" className="button" ref={focusIt} onClick={() => setAsking('kept')}>
                  {i18n.t('teamFiles.keep')}
                </button>
                <button type="button" className="button danger" onClick={onForgetAll}>
                  {i18n.t('teamFiles.yesForget')}
                </button>
              </p>
            </fieldset>
          ) : (
            <button
              type="button"
              className="button"
              {...(asking === 'kept' && { ref: focusIt })}
              onClick={() => setAsking('yes')}
            >
              {i18n.t('teamFiles.forgetAll')}
            </button>
          )}
        </>
      )}
    </details>
  );
}

/** Whoever forgets several by keyboard goes on from the next. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li');
  const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button');
  (next ?? button.closest('section')?.querySelector('h2'))?.focus();
}
