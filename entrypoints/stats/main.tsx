import builtIn from 'virtual:cando-reference';
import { i18n } from '#i18n';
import { mountPage } from '../../components/page.tsx';
import { Stats } from '../../components/stats/Stats.tsx';
import { connectClock, now } from '../../lib/clock.ts';
import { getDay } from '../../lib/stats/days.ts';
import { createPacksStore } from '../../lib/stores/packs.ts';
import { createSettingsStore } from '../../lib/stores/settings.ts';
import { createStatsStore, type PlaceName } from '../../lib/stores/stats.ts';
import { openBrowserPlace } from './browser-place.ts';

const page = new AbortController();
const settings = createSettingsStore(page.signal);
const store = createStatsStore(page.signal, {
  places: [openBrowserPlace()],
  getToday: () => getDay(now()),
  start: location.hash.slice(1) as PlaceName,
});
void connectClock(store.retry, page.signal);
mountPage(
  <Stats store={store} settings={settings} packs={createPacksStore(page.signal)} builtIn={builtIn} />,
  settings,
  i18n.t('stats.name'),
);
