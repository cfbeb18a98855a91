import type { SettingsStore } from '../../lib/stores/settings.ts';

export function Options({ store }: { store: SettingsStore }) {
  return <main>{store.getState().status}</main>;
}
