import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { State } from './State.tsx';

/** The team has CanDo coach on other sites only. */
export function NotHere({ store }: { store: SettingsStore }) {
  const notice = useStore(store, ({ settings }) => settings.policy.notice);
  return (
    <State icon="lock" title={i18n.t('team.site')}>
      {notice && <p dir="auto">{notice}</p>}
    </State>
  );
}
