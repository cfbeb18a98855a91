import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Ending, SubscriptionsStore } from '../../../lib/stores/subscriptions.ts';
import { Notice } from '../../Notice.tsx';

/** Follows a pack by its address, pinned to one very file if the user likes. */
export function FollowPack({ subscriptions }: { subscriptions: SubscriptionsStore }) {
  const id = useId();
  const [address, setAddress] = useState('');
  const [pin, setPin] = useState('');
  const [ending, setEnding] = useState<Ending | 'asking'>();
  const field = useRef<HTMLInputElement>(null);

  async function follow(event: FormEvent): Promise<void> {
    event.preventDefault();
    // In the click itself: later the browser would not ask.
    const asked = subscriptions.follow(address, pin);
    setEnding('asking');
    const ended = await asked;
    setEnding(ended);
    if (ended === 'asked') {
      setAddress('');
      setPin('');
    } else field.current?.focus();
  }

  return (
    <form className="follow" onSubmit={follow} noValidate aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t('options.subscriptions.add')}</h2>
      <label className="list-label" htmlFor={`${id}-address`}>
        {i18n.t('options.subscriptions.address')}
      </label>
      <input
        id={`${id}-address`}
        ref={field}
        className="field"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      <p id={`${id}-hint`} className="muted small">
        {i18n.t('options.subscriptions.addressHint')}
      </p>
      <label className="list-label" htmlFor={`${id}-pin`}>
        {i18n.t('options.subscriptions.pin')}
      </label>
      <input
        id={`${id}-pin`}
        className="field"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-pin-hint`}
        value={pin}
        onChange={({ target }) => setPin(target.value)}
      />
      <p id={`${id}-pin-hint`} className="muted small">
        {i18n.t('options.subscriptions.pinHint')}
      </p>
      <p className="row">
        <button type="submit" className="button primary" disabled={ending === 'asking'}>
          {i18n.t('options.subscriptions.follow')}
        </button>
      </p>
      {ending && ending !== 'asked' && <Notice>{i18n.t(`options.subscriptions.ending.${ending}`)}</Notice>}
    </form>
  );
}
