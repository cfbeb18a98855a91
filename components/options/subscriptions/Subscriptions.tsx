import './subscriptions.css';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { SubscriptionsStore } from '../../../lib/stores/subscriptions.ts';
import { Notice } from '../../Notice.tsx';
import { FollowedPack } from './FollowedPack.tsx';
import { FollowPack } from './FollowPack.tsx';

/** Packs that are followed at an address: what is in use, what waits, what went wrong. */
export function Subscriptions({ subscriptions }: { subscriptions: SubscriptionsStore }) {
  const { followed, status } = useStore(subscriptions);
  const [said, setSaid] = useState('');
  const line = useRef<HTMLParagraphElement>(null);
  const say = (words: string, isGone = false) => {
    setSaid(words);
    // The button that was pressed is gone, and the focus must not be.
    if (isGone) line.current?.focus();
  };
  return (
    <>
      <p className="muted">{i18n.t('options.subscriptions.about')}</p>
      {status === 'unreadable' && <Notice kind="trouble">{i18n.t('options.subscriptions.unreadable')}</Notice>}
      {status === 'ready' && followed.length === 0 && <p>{i18n.t('options.subscriptions.none')}</p>}
      <ul className="subscriptions">
        {followed.map((one) => (
          <FollowedPack
            key={`${one.subscription.by} ${one.subscription.url}`}
            followed={one}
            subscriptions={subscriptions}
            onSay={say}
          />
        ))}
      </ul>
      <p role="status" tabIndex={-1} ref={line}>
        {said}
      </p>
      <FollowPack subscriptions={subscriptions} />
    </>
  );
}
