import { useId } from 'react';
import { i18n } from '#i18n';
import type { Identity } from '../../../lib/storage/identity.ts';

interface IdentityFieldsProps {
  identity: Identity;
  onChange(change: Partial<Omit<Identity, 'agent'>>): void;
}

/** Under whom the numbers go out: a number of chance, the group, and the name only when it is ticked. */
export function IdentityFields({ identity: { agent, group = '', name = '', isNamed }, onChange }: IdentityFieldsProps) {
  const id = useId();
  return (
    <div className="identity">
      <p>
        {i18n.t('teamFiles.share.agent')} <code>{agent}</code>
      </p>
      <p className="choice">
        <label htmlFor={`${id}-group`}>{i18n.t('teamFiles.share.group')}</label>
        <input
          id={`${id}-group`}
          className="field"
          maxLength={80}
          autoComplete="off"
          defaultValue={group}
          onBlur={({ target }) => target.value !== group && onChange({ group: target.value })}
        />
      </p>
      <p className="choice">
        <label htmlFor={`${id}-name`}>{i18n.t('teamFiles.share.name')}</label>
        <input
          id={`${id}-name`}
          className="field"
          maxLength={80}
          autoComplete="off"
          defaultValue={name}
          onBlur={({ target }) => target.value !== name && onChange({ name: target.value })}
        />
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={isNamed}
            disabled={!name}
            onChange={({ target }) => onChange({ isNamed: target.checked })}
          />{' '}
          {i18n.t('teamFiles.share.isNamed')}
        </label>
      </p>
    </div>
  );
}
