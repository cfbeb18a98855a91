import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ServerAccess, ServerEnding, ServerStore, ServerUse } from '../../../lib/stores/server.ts';
import { Notice } from '../../Notice.tsx';

const FIELDS = ['url', 'database', 'user', 'password'] as const;
const EMPTY: Record<ServerUse, ServerAccess> = {
  sending: { url: '', database: 'cando_inbox', user: 'cando_agent', password: '' },
  reading: { url: '', database: 'cando', user: 'cando_trainer', password: '' },
};

/** How a server is reached, as its keeper has told. */
export function AccessForm({ use, server }: { use: ServerUse; server: ServerStore }) {
  const id = useId();
  const [typed, setTyped] = useState(EMPTY[use]);
  const [ending, setEnding] = useState<ServerEnding | 'asking'>();
  const first = useRef<HTMLInputElement>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    // In the click itself: later the browser would not ask.
    const asked = server.set(use, typed);
    setEnding('asking');
    const ended = await asked;
    setEnding(ended);
    if (ended !== 'done') first.current?.focus();
  }

  return (
    <form className="follow" onSubmit={save} noValidate aria-label={i18n.t(`teamServer.${use}.title`)}>
      {FIELDS.map((name, at) => (
        <p key={name}>
          <label className="list-label" htmlFor={`${id}-${name}`}>
            {i18n.t(`teamServer.${name}`)}
          </label>
          <input
            id={`${id}-${name}`}
            ref={at === 0 ? first : undefined}
            className="field"
            type={name === 'password' ? 'password' : 'text'}
            inputMode={name === 'url' ? 'url' : 'text'}
            autoComplete="off"
            spellCheck={false}
            {...(at === 0 && { 'aria-describedby': `${id}-hint` })}
            value={typed[name]}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </p>
      ))}
      <p id={`${id}-hint`} className="muted small">
        {i18n.t('teamServer.hint')}
      </p>
      <p className="row">
        <button type="submit" className="button primary" disabled={ending === 'asking'}>
          {i18n.t(`teamServer.save.${use}`)}
        </button>
      </p>
      {ending && ending !== 'asking' && ending !== 'done' && <Notice>{i18n.t(`teamServer.ending.${ending}`)}</Notice>}
    </form>
  );
}
