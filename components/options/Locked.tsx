import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';

interface LockedProps {
  store: SettingsStore;
  what: 'locked' | 'lockedPack' | 'severity' | 'site';
}

/** That the team has set something, and whom to ask. */
export function Locked({ store, what }: LockedProps) {
  const notice = useStore(store, ({ settings }) => settings.policy.notice);
  return (
    <span className="locked">
      <Icon name="lock" size={14} />
      <span>
        {i18n.t(`team.${what}`)} <span dir="auto">{notice}</span>
      </span>
    </span>
  );
}
