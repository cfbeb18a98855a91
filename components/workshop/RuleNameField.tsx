import { useState } from 'react';
import { i18n } from '#i18n';
import { toName } from '../../lib/workshop/new-pack.ts';
import { Field } from './Field.tsx';

interface RuleNameFieldProps {
  name: string;
  taken: readonly string[];
  onRename(name: string): void;
}

/** A rule's short name, taken when the field is left: one that another rule has, or none, is let go. */
export function RuleNameField({ name, taken, onRename }: RuleNameFieldProps) {
  const [typed, setTyped] = useState(name);

  function leave(): void {
    const next = toName(typed);
    if (next === '' || (next !== name && taken.includes(next))) setTyped(name);
    else if (next !== name) onRename(next);
  }

  return (
    <Field label={i18n.t('workshop.rule.name')}>
      {(described) => (
        <input
          {...described}
          className="field"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={leave}
          onKeyDown={({ key }) => key === 'Enter' && leave()}
        />
      )}
    </Field>
  );
}
