import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { commands } from '../../lib/keys/index.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';

/** The keys that work in a reply box, as they are set. */
export function Shortcuts({ store }: { store: SettingsStore }) {
  const keys = useStore(store, (state) => state.settings.keys);
  return (
    <details className="shortcuts">
      <summary>{i18n.t('popup.keys.title')}</summary>
      <dl>
        {commands.map((command) => (
          <div key={command}>
            <dt>{i18n.t(`popup.keys.${command}`)}</dt>
            <dd>{keys[command] ? <kbd>{keys[command]}</kbd> : i18n.t('popup.keys.none')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
