import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Switch } from '../Switch.tsx';

/** Whose reading is coached. */
export function Readers({ store }: { store: SettingsStore }) {
  const readers = useStore(store, ({ settings }) => settings.readers);
  const set = (more: Partial<typeof readers>) =>
    void change(store, (settings) => ({ readers: { ...settings.readers, ...more } }));
  return (
    <div className="settings panel">
      <Switch
        isOn={readers.public}
        label={i18n.t('options.readers.public')}
        hint={i18n.t('options.readers.publicHint')}
        onChange={(isOn) => set({ public: isOn })}
      />
      <Switch
        isOn={readers.notes}
        label={i18n.t('options.readers.notes')}
        hint={i18n.t('options.readers.notesHint')}
        onChange={(isOn) => set({ notes: isOn })}
      />
    </div>
  );
}
