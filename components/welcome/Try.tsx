import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { nameKey } from '../name-key.ts';
import { DRAFT, isRewritten } from './draft.ts';
import { fence, Keyed } from './Keyed.tsx';

export interface TryProps {
  store: SettingsStore;
  /** Has CanDo coach this box. */
  coach(box: HTMLTextAreaElement): void;
  /** Someone comes from an editor that CanDo cannot read: the box is empty, to paste into and copy from. */
  isForPasting: boolean;
}

/** A real reply box, with a sentence in it to try a rewrite on. */
export function Try({ store, coach, isForPasting }: TryProps) {
  const id = useId();
  const { keys, snoozedUntil } = useStore(store, ({ settings }) => settings);
  const [isDone, setIsDone] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);

  const put = (text: string) => {
    if (!box.current) return;
    box.current.value = text;
    // The coach hears what a person's typing would tell it.
    box.current.dispatchEvent(new Event('input', { bubbles: true }));
  };

  useEffect(() => {
    if (box.current) coach(box.current);
  }, [coach]);
  useEffect(() => {
    if (!isForPasting) return;
    put('');
    box.current?.closest('section')?.scrollIntoView();
    box.current?.focus({ preventScroll: true });
  }, [isForPasting]);

  const copy = async () => {
    const text = box.current?.value ?? '';
    await navigator.clipboard.writeText(text).catch(() => box.current?.select());
    setIsCopied(text !== '');
  };

  const isSnoozed = snoozedUntil > Date.now();
  return (
    <div className="try">
      {isForPasting ? (
        <p>{i18n.t('welcome.try.paste')}</p>
      ) : (
        <p id={`${id}-how`}>
          <Keyed
            words={i18n.t('welcome.try.how', [
              fence(nameKey(keys.next).join('+')),
              fence(nameKey(keys.apply).join('+')),
            ])}
          />
        </p>
      )}
      {isSnoozed && (
        <Notice
          actions={
            <button type="button" className="button" onClick={() => change(store, () => ({ snoozedUntil: 0 }))}>
              {i18n.t('welcome.try.wake')}
            </button>
          }
        >
          {i18n.t('welcome.try.snoozed')}
        </Notice>
      )}
      <label htmlFor={`${id}-box`}>{i18n.t('welcome.try.label')}</label>
      <textarea
        ref={box}
        id={`${id}-box`}
        className="field"
        lang="en"
        dir="ltr"
        rows={isForPasting ? 9 : 4}
        spellCheck={false}
        defaultValue={isForPasting ? '' : DRAFT}
        onInput={({ currentTarget: { value } }) => {
          setIsCopied(false);
          setIsDone(!isForPasting && isRewritten(value));
        }}
      />
      <div className="after">
        {isForPasting ? (
          <button type="button" className="button primary" onClick={copy}>
            <Icon name={isCopied ? 'check' : 'copy'} />
            {i18n.t('welcome.try.copy')}
          </button>
        ) : (
          <p className="muted small">{i18n.t('welcome.try.laptop')}</p>
        )}
        <div role="status">
          {isCopied && <p>{i18n.t('welcome.try.copied')}</p>}
          {isDone && (
            <Notice
              kind="good"
              actions={
                <button type="button" className="button" onClick={() => put(DRAFT)}>
                  <Icon name="undo" />
                  {i18n.t('welcome.try.again')}
                </button>
              }
            >
              {i18n.t('welcome.try.done')}
            </Notice>
          )}
        </div>
      </div>
    </div>
  );
}
