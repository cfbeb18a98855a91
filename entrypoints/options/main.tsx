import builtIn from 'virtual:cando-reference';
import { lazy } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Options } from '../../components/options/Options.tsx';
import { mountPage } from '../../components/page.tsx';
import { ask } from '../../lib/messages.ts';
import { createPacksStore } from '../../lib/stores/packs.ts';
import { createServerStore } from '../../lib/stores/server.ts';
import { createSettingsStore } from '../../lib/stores/settings.ts';
import { createSitesStore } from '../../lib/stores/sites.ts';
import { createSubscriptionsStore } from '../../lib/stores/subscriptions.ts';

const page = new AbortController();
const store = createSettingsStore(page.signal);
const sites = createSitesStore(page.signal);
const subscriptions = createSubscriptionsStore(page.signal, {
  check: (which) => ask('subscription.check', which),
  isCoached: (origin) => sites.isAllowed(origin),
});
const server = createServerStore(page.signal, {
  showRows: (isWhole) => ask('server.rows', { isWhole }),
  send: (isAnew) => ask('server.send', { isAnew }),
  isCoached: (origin) => sites.isAllowed(origin),
});
const about = { version: browser.runtime.getManifest().version, licences: '/licenses.txt', welcome: '/welcome.html' };
const workshop = lazy(async () => (await import('./workshop.tsx')).openWorkshop(builtIn, page.signal));
mountPage(
  <Options
    store={store}
    sites={sites}
    subscriptions={subscriptions}
    server={server}
    packs={createPacksStore(page.signal)}
    builtIn={builtIn}
    about={about}
    workshop={workshop}
  />,
  store,
  i18n.t('options.name'),
);
