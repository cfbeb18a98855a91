import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Subscription, SubscriptionsStore } from '../../../lib/stores/subscriptions.ts';
import { Notice } from '../../Notice.tsx';

interface PinFieldProps {
  subscription: Subscription;
  subscriptions: SubscriptionsStore;
}

/** The hash of the one file that is taken; empty for any. */
export function PinField({ subscription, subscriptions }: PinFieldProps) {
  const id = useId();
  const { pin = '' } = subscription;
  const [typed, setTyped] = useState(pin);
  const [isWrong, setWrong] = useState(false);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setWrong(!(await subscriptions.setPin(subscription, typed)));
  }

  return (
    <details>
      <summary>{i18n.t(pin ? 'options.subscriptions.pinned' : 'options.subscriptions.notPinned')}</summary>
      <form onSubmit={save} noValidate>
        <label className="list-label" htmlFor={id}>
          {i18n.t('options.subscriptions.pin')}
        </label>
        <div className="row">
          <input
            id={id}
            className="field"
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <button type="submit" className="button">
            {i18n.t('options.subscriptions.savePin')}
          </button>
        </div>
      </form>
      {isWrong && <Notice>{i18n.t('options.subscriptions.ending.noPin')}</Notice>}
    </details>
  );
}
