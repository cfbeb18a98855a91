import { useState } from 'react';
import { i18n } from '#i18n';
import { type Command, commands, defaultKeys, type Keys } from '../../lib/keys/index.ts';
import { Icon } from '../Icon.tsx';
import { nameKey } from '../name-key.ts';
import { KeyField, type KeyTrouble } from './KeyField.tsx';
import { describeTaken } from './taken-words.ts';

interface CommandKeyProps {
  command: Command;
  keys: Keys;
  onSet(name: string): void;
}

/** A command, its key, and who else takes that key for something. */
export function CommandKey({ command, keys, onSet }: CommandKeyProps) {
  const [trouble, setTrouble] = useState<KeyTrouble>();
  const key = keys[command];
  const name = i18n.t(`keys.commands.${command}`);
  const same = commands.filter((one) => key !== '' && keys[one] === key);
  const [winner = command, ...losers] = same;
  return (
    <li>
      <span className="command">{name}</span>
      <KeyField
        name={name}
        value={key}
        onSet={(next) => {
          setTrouble(undefined);
          onSet(next);
        }}
        onTrouble={setTrouble}
      />
      <span className="row">
        {key !== '' && (
          <button type="button" className="button plain" onClick={() => onSet('')}>
            {i18n.t('options.keys.clear')} <span className="unseen">{name}</span>
          </button>
        )}
        {key !== defaultKeys[command] && (
          <button type="button" className="button plain" onClick={() => onSet(defaultKeys[command])}>
            <Icon name="undo" />
            {i18n.t('options.keys.reset', [nameKey(defaultKeys[command]).join('+')])}{' '}
            <span className="unseen">{name}</span>
          </button>
        )}
      </span>
      <div className="remarks small" role="status">
        {trouble && <p className="clash">{i18n.t(`options.keys.${trouble}`)}</p>}
        {winner !== command && (
          <p className="clash">{i18n.t('options.keys.loses', [i18n.t(`keys.commands.${winner}`)])}</p>
        )}
        {winner === command &&
          losers.map((loser) => (
            <p key={loser} className="clash">
              {i18n.t('options.keys.wins', [i18n.t(`keys.commands.${loser}`)])}
            </p>
          ))}
        {describeTaken(key).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </li>
  );
}
