import './popup.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { AccessStore } from '../../lib/stores/access.ts';
import type { DraftStore } from '../../lib/stores/draft.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import type { ClockStore } from '../../lib/stores/silence.ts';
import { Draft } from './Draft.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { OffDesk } from './OffDesk.tsx';
import { Said } from './Said.tsx';
import { SnoozedUntil } from './Snooze.tsx';
import { Trouble } from './Trouble.tsx';

export interface PopupStores {
  settings: SettingsStore;
  draft: DraftStore;
  access: AccessStore;
  clock: ClockStore;
}

/** What the toolbar button opens: the draft's flags, and the ways to have CanDo quiet or working here. */
export function Popup({ stores, hasStats }: { stores: PopupStores; hasStats: boolean }) {
  const { settings, draft, access, clock } = stores;
  const status = useStore(draft, (state) => state.status);
  const right = useStore(access, (state) => state.access);
  const isLoading = useStore(settings, (state) => state.status === 'loading') || status === 'looking';
  const snoozedUntil = useStore(settings, (state) => state.settings.snoozedUntil);
  const isSnoozed = useStore(clock, ({ now }) => now < snoozedUntil);
  const { now } = clock.getState();
  const main = useRef<HTMLElement>(null);
  const wasSnoozed = useRef(isSnoozed);
  // The button that was pressed has gone, and the focus with it.
  useEffect(() => {
    if (isSnoozed === wasSnoozed.current) return;
    wasSnoozed.current = isSnoozed;
    // What was done before is no news any more.
    draft.setState({ last: undefined });
    if (document.activeElement === document.body) main.current?.focus();
  }, [isSnoozed, draft]);
  // A site that was given back is off, whatever its page still says.
  const isHere = status === 'found' && right !== 'askable';
  return (
    <>
      <Header stores={stores} isHere={isHere} />
      <main ref={main} tabIndex={-1} aria-busy={isLoading}>
        <Trouble store={settings} />
        {isSnoozed && <SnoozedUntil store={settings} until={snoozedUntil} now={now} />}
        {!isLoading && isHere && <Draft stores={stores} isSnoozed={isSnoozed} />}
        {!isLoading && !isHere && <OffDesk draft={draft} access={access} settings={settings} />}
      </main>
      <Footer store={settings} access={access} isSnoozed={isSnoozed} hasStats={hasStats}>
        <Said store={draft} />
      </Footer>
    </>
  );
}
