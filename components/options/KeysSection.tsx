import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { commands, defaultKeys, type Keys } from '../../lib/keys/index.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { CommandKey } from './CommandKey.tsx';

/** The key of each command, set by pressing it. */
export function KeysSection({ store }: { store: SettingsStore }) {
  const keys = useStore(store, ({ settings }) => settings.keys);
  const set = (more: Partial<Keys>) => void change(store, (settings) => ({ keys: { ...settings.keys, ...more } }));
  const isDefault = commands.every((command) => keys[command] === defaultKeys[command]);
  return (
    <>
      <p className="muted">{i18n.t('options.keys.about')}</p>
      <ul className="list keys panel">
        {commands.map((command) => (
          <CommandKey key={command} command={command} keys={keys} onSet={(name) => set({ [command]: name })} />
        ))}
      </ul>
      <p className="row">
        <button type="button" className="button" disabled={isDefault} onClick={() => set(defaultKeys)}>
          {i18n.t('options.keys.resetAll')}
        </button>
      </p>
      <p className="muted small">{i18n.t('options.keys.mac')}</p>
    </>
  );
}
