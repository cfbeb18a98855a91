import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import { findObstacle, getKeyName } from '../../lib/keys/index.ts';
import { KeyName } from './KeyName.tsx';

export type KeyTrouble = 'types' | 'edits';

interface KeyFieldProps {
  /** Of the command whose key this is. */
  name: string;
  value: string;
  onSet(key: string): void;
  /** A key was pressed that no command can have. */
  onTrouble(trouble: KeyTrouble | undefined): void;
}

/** Shows a key; pressed, it waits for another one. Esc leaves it as it was, Tab goes on. */
export function KeyField({ name, value, onSet, onTrouble }: KeyFieldProps) {
  const [isWaiting, setWaiting] = useState(false);

  function take(event: KeyboardEvent): void {
    if (!isWaiting) return;
    if (event.key === 'Tab' || event.key === 'Escape') setWaiting(false);
    if (event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape' || event.nativeEvent.isComposing || event.repeat) return;
    const key = getKeyName(event);
    const obstacle = event.getModifierState('AltGraph') ? 'types' : findObstacle(key);
    // A modifier by itself: the key itself is still to come.
    if (obstacle === 'none') return;
    onTrouble(obstacle);
    if (obstacle) return;
    setWaiting(false);
    onSet(key);
  }

  return (
    <button
      type="button"
      className={isWaiting ? 'button key waiting' : 'button key'}
      aria-pressed={isWaiting}
      // A key that is pressed to be set must not press the button when it is let go.
      onKeyUp={(event) => isWaiting && event.preventDefault()}
      onKeyDown={take}
      onBlur={() => setWaiting(false)}
      onClick={() => {
        onTrouble(undefined);
        setWaiting(!isWaiting);
      }}
    >
      <span className="unseen">{name}: </span>
      {isWaiting ? i18n.t('options.keys.press') : <KeyName name={value} />}
    </button>
  );
}
