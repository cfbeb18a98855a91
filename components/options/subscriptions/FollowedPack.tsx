import { useId } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { Followed, SubscriptionsStore } from '../../../lib/stores/subscriptions.ts';
import { joinWords, writeDate } from '../../language.ts';
import { Notice } from '../../Notice.tsx';
import { FaultLines } from './FaultLines.tsx';
import { NextVersion } from './NextVersion.tsx';
import { PinField } from './PinField.tsx';
import { describeTrouble, getFaults } from './trouble.ts';

interface FollowedPackProps {
  followed: Followed;
  subscriptions: SubscriptionsStore;
  /** Says what has come of something; `isGone` when the button that was pressed is gone with it. */
  onSay(words: string, isGone?: boolean): void;
}

/** One pack that is followed: its state in words, and what can be done. */
export function FollowedPack({ followed: { subscription, inUse }, subscriptions, onSay }: FollowedPackProps) {
  const id = useId();
  const isBusy = useStore(subscriptions, ({ busy }) => busy.includes(subscription.url));
  const isUnanswered = useStore(subscriptions, ({ unanswered }) => unanswered.includes(subscription.url));
  const { url, by, trouble, pending, checkedAt, packId, seen } = subscription;
  const name = inUse?.pack.name ?? pending?.pack.name ?? new URL(url).host;
  const isForOthers = !inUse && !trouble && packId !== undefined && checkedAt !== undefined;
  const waits = pending && pending.sha256 !== inUse?.sha256 ? pending : undefined;
  const isUsedInPart = seen?.faults && seen.sha256 === inUse?.sha256;

  async function checkNow(): Promise<void> {
    onSay('');
    await subscriptions.checkNow(subscription);
    const now = subscriptions.getState().followed.find((one) => one.subscription.url === url);
    // What waits and what went wrong speak for themselves.
    const isTold = !now || now.subscription.trouble || now.subscription.pending;
    if (!isTold && !subscriptions.getState().unanswered.includes(url)) onSay(sayFound(now));
  }

  function sayFound(now: Followed): string {
    if (!now.inUse || now.inUse.sha256 === inUse?.sha256) return i18n.t('options.subscriptions.same', [name]);
    return i18n.t('options.subscriptions.taken', [now.inUse.pack.name, now.inUse.pack.version]);
  }

  return (
    <li className="panel" aria-labelledby={id} aria-busy={isBusy}>
      <h2 id={id} dir="auto">
        {name}
      </h2>
      <p className="muted small address">{url}</p>
      <p>
        {joinWords([
          by === 'policy' && i18n.t('options.subscriptions.byTeam'),
          inUse && i18n.t('options.subscriptions.version', [inUse.pack.version]),
          inUse && !inUse.isOn && i18n.t('options.subscriptions.isOff'),
          isForOthers && i18n.t('options.subscriptions.forOthers'),
          checkedAt === undefined
            ? i18n.t('options.subscriptions.never')
            : i18n.t('options.subscriptions.checked', [writeDate(checkedAt)]),
        ])}
      </p>
      {isUnanswered && !isBusy && <Notice kind="trouble">{i18n.t('options.subscriptions.unanswered')}</Notice>}
      {trouble && (
        <Notice
          kind="trouble"
          actions={
            trouble.kind === 'denied' && (
              <button type="button" className="button" onClick={() => void subscriptions.allow(subscription)}>
                {i18n.t('options.subscriptions.allow')}
              </button>
            )
          }
        >
          {describeTrouble(trouble)}{' '}
          {inUse
            ? i18n.t('options.subscriptions.stays', [inUse.pack.version])
            : i18n.t('options.subscriptions.nothingYet')}
        </Notice>
      )}
      {trouble && <FaultLines faults={getFaults(trouble)} />}
      {isUsedInPart && (
        <>
          <p>{i18n.t('options.subscriptions.leftOut')}</p>
          <FaultLines faults={seen.faults ?? []} />
        </>
      )}
      {waits && (
        <NextVersion
          before={inUse?.pack}
          pending={waits}
          onAccept={async () => {
            if (await subscriptions.accept(subscription))
              onSay(i18n.t('options.subscriptions.taken', [waits.pack.name, waits.pack.version]), true);
          }}
          onPutOff={(isPutOff) => void subscriptions.putOff(subscription, isPutOff)}
        />
      )}
      {by === 'user' && <PinField subscription={subscription} subscriptions={subscriptions} />}
      <p className="row">
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => !isBusy && void checkNow()}>
          {i18n.t(isBusy ? 'options.subscriptions.checking' : 'options.subscriptions.checkNow')}{' '}
          <span className="unseen">{name}</span>
        </button>
        {by === 'user' && (
          <button
            type="button"
            className="button"
            onClick={async () => {
              if (await subscriptions.remove(subscription)) onSay(i18n.t('options.subscriptions.gone', [name]), true);
              else onSay(i18n.t('options.subscriptions.ending.failed'));
            }}
          >
            {i18n.t('options.remove')} <span className="unseen">{name}</span>
          </button>
        )}
      </p>
    </li>
  );
}
