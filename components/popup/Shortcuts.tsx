import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { commands } from '../../lib/keys/index.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { KeyName } from '../options/KeyName.tsx';

/** The keys that work in a reply box, as they are set. */
export function Shortcuts({ store }: { store: SettingsStore }) {
  const keys = useStore(store, (state) => state.settings.keys);
  return (
    <details className="shortcuts">
      <summary>{i18n.t('popup.shortcuts')}</summary>
      <dl>
        {commands.map((command) => (
          <div key={command}>
            <dt>{i18n.t(`keys.commands.${command}`)}</dt>
            <dd>
              <KeyName name={keys[command]} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
