import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../Icon.tsx';

/** For a desk on its company's own domain. */
export function OwnAddress({
  getOrigin,
  onAdd,
}: {
  getOrigin(typed: string): string | undefined;
  onAdd(origin: string): Promise<void>;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const origin = getOrigin(typed);
    setIsWrong(!origin);
    if (!origin) return;
    // The browser's question must be asked in this very click.
    void onAdd(origin);
    setTyped('');
  };

  return (
    <form className="own" onSubmit={submit} noValidate>
      <label htmlFor={id}>{i18n.t('welcome.own.label')}</label>
      <div>
        <input
          id={id}
          className="field"
          type="url"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          value={typed}
          aria-describedby={`${id}-hint`}
          aria-invalid={isWrong}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsWrong(false);
          }}
        />
        <button type="submit" className="button">
          <Icon name="plus" />
          {i18n.t('welcome.own.add')}
        </button>
      </div>
      <p id={`${id}-hint`} className={isWrong ? 'wrong' : 'muted'} {...(isWrong && { role: 'alert' })}>
        {i18n.t(isWrong ? 'welcome.own.wrong' : 'welcome.own.hint')}
      </p>
    </form>
  );
}
