import type { SettingsStore } from '../../lib/stores/settings.ts';

export function Welcome({ store }: { store: SettingsStore }) {
  return <main>{store.getState().status}</main>;
}
