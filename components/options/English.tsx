import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { suggestVariety, type VarietyChoice, varietyChoices } from '../../lib/storage/variety.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';

/** Which English an agent writes: what is plain in one may be odd in another. */
export function English({ store }: { store: SettingsStore }) {
  const variety = useStore(store, ({ settings }) => settings.variety);
  return (
    <>
      <p className="muted">{i18n.t('options.english.about')}</p>
      <fieldset className="choices panel">
        <legend className="unseen">{i18n.t('options.english.label')}</legend>
        {varietyChoices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="variety"
              value={choice}
              checked={variety === choice}
              onChange={() => void change(store, () => ({ variety: choice }))}
            />
            <span>
              {i18n.t(`options.english.${choice}`)}
              <small>{getHint(choice)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="muted small">{i18n.t('options.english.spelling')}</p>
    </>
  );
}

function getHint(choice: VarietyChoice): string {
  if (choice !== 'browser') return i18n.t(`options.english.hints.${choice}`);
  const suggested = suggestVariety(navigator.languages);
  return suggested
    ? i18n.t('options.english.browserIs', [i18n.t(`options.english.${suggested}`)])
    : i18n.t('options.english.browserNone');
}
