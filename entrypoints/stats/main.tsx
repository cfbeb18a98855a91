import builtIn from 'virtual:cando-reference';
import { i18n } from '#i18n';
import { describeServerTrouble } from '../../components/options/server/trouble.ts';
import { mountPage } from '../../components/page.tsx';
import { Stats } from '../../components/stats/Stats.tsx';
import { ShareCounts } from '../../components/stats/team/ShareCounts.tsx';
import { TeamFiles } from '../../components/stats/team/TeamFiles.tsx';
import { connectClock, now } from '../../lib/clock.ts';
import { createRenames } from '../../lib/engine/layers.ts';
import { getDay } from '../../lib/stats/days.ts';
import { followRenames } from '../../lib/stats/renamed.ts';
import { createPacksStore } from '../../lib/stores/packs.ts';
import { openServerPlace } from '../../lib/stores/server-place.ts';
import { createSettingsStore } from '../../lib/stores/settings.ts';
import { createStatsStore, type PlaceName } from '../../lib/stores/stats.ts';
import { openBrowserPlace } from './browser-place.ts';
import { openShare } from './share.ts';
import { openTeamPlace } from './team-place.ts';

const page = new AbortController();
const settings = createSettingsStore(page.signal);
const team = openTeamPlace(page.signal);
const panels = { browser: <ShareCounts share={openShare()} />, team: <TeamFiles files={team.files} /> };
const server = await openServerPlace(describeServerTrouble).catch(() => undefined);
const packs = createPacksStore(page.signal);
const getRename = () => createRenames(packs.getState().installed.map(({ pack }) => pack));
const places = [openBrowserPlace(), team.place, ...(server ? [server] : [])];
const store = createStatsStore(page.signal, {
  places: places.map((place) => ({ ...place, source: followRenames(place.source, getRename) })),
  getToday: () => getDay(now()),
  start: location.hash.slice(1) as PlaceName,
});
// Whoever loads the page again, or keeps its address, comes back to the same place.
store.subscribe(({ place }, before) => place !== before.place && history.replaceState(null, '', `#${place}`));
void connectClock(store.retry, page.signal);
packs.subscribe(({ installed }, before) => installed !== before.installed && store.retry());
mountPage(
  <Stats store={store} settings={settings} packs={packs} builtIn={builtIn} panels={panels} />,
  settings,
  i18n.t('stats.name'),
);
