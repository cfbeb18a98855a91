import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { StatsStore } from '../../lib/stores/stats.ts';

/** Whose numbers are shown. */
export function PlacePicker({ store }: { store: StatsStore }) {
  const { place, places } = useStore(store);
  return (
    <fieldset className="places">
      <legend>{i18n.t('stats.place.label')}</legend>
      {places.map((name) => (
        <label key={name}>
          <input type="radio" name="place" checked={name === place} onChange={() => store.choose(name)} />
          {i18n.t(`stats.place.${name}`)}
        </label>
      ))}
    </fieldset>
  );
}
