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
  const [wrong, setWrong] = useState<'welcome.own.wrong' | 'options.sites.ending.notSafe'>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const origin = getOrigin(typed);
    const isSafe = origin?.startsWith('https:');
    setWrong(isSafe ? undefined : origin ? 'options.sites.ending.notSafe' : 'welcome.own.wrong');
    if (!origin || !isSafe) return;
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
          aria-invalid={wrong !== undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(undefined);
          }}
        />
        <button type="submit" className="button">
          <Icon name="plus" />
          {i18n.t('welcome.own.add')}
        </button>
      </div>
      <p id={`${id}-hint`} className={wrong ? 'wrong' : 'muted'} {...(wrong && { role: 'alert' })}>
        {i18n.t(wrong ?? 'welcome.own.hint')}
      </p>
    </form>
  );
}
