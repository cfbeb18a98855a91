import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from './Field.tsx';

interface ExceptionFieldProps {
  legend: string;
  /** Each phrase with the sentence that needs it. */
  exceptions: readonly (readonly [string, string])[];
  onSet(exceptions: readonly (readonly [string, string])[]): void;
}

/** Phrases that silence a rule, each with a sentence that shows why. */
export function ExceptionField({ legend, exceptions, onSet }: ExceptionFieldProps) {
  const [phrase, setPhrase] = useState('');
  const [sentence, setSentence] = useState('');

  function add(event: FormEvent): void {
    event.preventDefault();
    if (phrase.trim() === '' || sentence.trim() === '') return;
    onSet([...exceptions.filter(([one]) => one !== phrase.trim()), [phrase.trim(), sentence.trim()]]);
    setPhrase('');
    setSentence('');
  }

  return (
    <fieldset className="plain-set fields">
      <legend className="list-label">{legend}</legend>
      {exceptions.map(([one, why]) => (
        <p key={one} className="row">
          <code lang="en">{one}</code> <span lang="en">{why}</span>
          <button
            type="button"
            className="button plain"
            onClick={() => onSet(exceptions.filter(([other]) => other !== one))}
          >
            {i18n.t('options.remove')}{' '}
            <span className="unseen" lang="en">
              {one}
            </span>
          </button>
        </p>
      ))}
      <form className="fields" onSubmit={add}>
        <Field label={i18n.t('workshop.changes.phrase')}>
          {(described) => (
            <input
              {...described}
              className="field"
              lang="en"
              autoComplete="off"
              value={phrase}
              onChange={({ target }) => setPhrase(target.value)}
            />
          )}
        </Field>
        <Field label={i18n.t('workshop.changes.sentence')}>
          {(described) => (
            <input
              {...described}
              className="field"
              lang="en"
              autoComplete="off"
              value={sentence}
              onChange={({ target }) => setSentence(target.value)}
            />
          )}
        </Field>
        <p>
          <button type="submit" className="button">
            {i18n.t('workshop.changes.add')}
          </button>
        </p>
      </form>
    </fieldset>
  );
}
