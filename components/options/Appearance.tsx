import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Switch } from '../Switch.tsx';

const THEMES = ['system', 'light', 'dark'] as const;

/** How CanDo looks on a page, and how much of it shows by itself. */
export function Appearance({ store }: { store: SettingsStore }) {
  const appearance = useStore(store, ({ settings }) => settings.appearance);
  const set = (more: Partial<typeof appearance>) =>
    void change(store, (settings) => ({ appearance: { ...settings.appearance, ...more } }));
  return (
    <>
      <fieldset className="themes">
        <legend>{i18n.t('options.appearance.theme')}</legend>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={appearance.theme === theme}
              onChange={() => set({ theme })}
            />
            <i className={theme} aria-hidden="true" />
            {i18n.t(`options.appearance.${theme}`)}
          </label>
        ))}
      </fieldset>
      <div className="settings panel">
        <Switch
          isOn={appearance.chip}
          label={i18n.t('options.appearance.chip')}
          hint={i18n.t('options.appearance.chipHint')}
          onChange={(chip) => set({ chip })}
        />
        <Switch
          isOn={appearance.hover}
          label={i18n.t('options.appearance.hover')}
          hint={i18n.t('options.appearance.hoverHint')}
          onChange={(hover) => set({ hover })}
        />
      </div>
    </>
  );
}
