import { useState } from 'react';
import { i18n } from '#i18n';
import { focusIt } from './focus.ts';

interface EraseProps {
  onSave(): void;
  onErase(): void;
}

/** Asks once, and offers a copy before. */
export function Erase({ onSave, onErase }: EraseProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <>
        <p className="muted">{i18n.t('options.data.eraseAbout')}</p>
        <p className="row">
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {i18n.t('options.data.eraseAll')}
          </button>
        </p>
      </>
    );
  return (
    <fieldset className="ask">
      <legend>{i18n.t('options.data.sure')}</legend>
      <p className="row">
        <button type="button" className="button" ref={focusIt} onClick={() => setAsking(false)}>
          {i18n.t('options.data.keep')}
        </button>
        <button type="button" className="button" onClick={onSave}>
          {i18n.t('options.data.save')}
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            setAsking(false);
            onErase();
          }}
        >
          {i18n.t('options.data.yesErase')}
        </button>
      </p>
    </fieldset>
  );
}
