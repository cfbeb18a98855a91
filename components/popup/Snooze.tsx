import { i18n } from '#i18n';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { snooze, wakeUp } from '../../lib/stores/silence.ts';
import { writeMoment } from '../language.ts';
import { State } from './State.tsx';

/** Ways to have silence everywhere for a while. */
export function Snooze({ store }: { store: SettingsStore }) {
  return (
    <fieldset>
      <legend>{i18n.t('popup.snooze.label')}</legend>
      <button type="button" className="button plain" onClick={() => void snooze(store, 'hour')}>
        {i18n.t('popup.snooze.hour')}
      </button>
      <button type="button" className="button plain" onClick={() => void snooze(store, 'tomorrow')}>
        {i18n.t('popup.snooze.tomorrow')}
      </button>
    </fieldset>
  );
}

/** Until when there is silence, and the way back. */
export function SnoozedUntil({ store, until, now }: { store: SettingsStore; until: number; now: number }) {
  return (
    <State icon="moon" title={i18n.t('popup.snooze.until', [writeMoment(until, now)])}>
      <p>{i18n.t('popup.snooze.more')}</p>
      <button type="button" className="button" onClick={() => void wakeUp(store)}>
        {i18n.t('popup.snooze.wake')}
      </button>
    </State>
  );
}
