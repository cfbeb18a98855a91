import { i18n } from '#i18n';
import { mountPage } from '../../components/page.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { createAccessStore } from '../../lib/stores/access.ts';
import { createDraftStore } from '../../lib/stores/draft.ts';
import { createSettingsStore } from '../../lib/stores/settings.ts';
import { createClockStore } from '../../lib/stores/silence.ts';

/** The statistics are a page of their own, in builds that have it. */
const hasStats = Object.keys(import.meta.glob('../stats/index.html', { query: '?raw' })).length > 0;

const { signal } = new AbortController();
const settings = createSettingsStore(signal);
const draft = createDraftStore(signal);
const stores = { settings, draft, access: createAccessStore(draft, signal), clock: createClockStore(signal) };
mountPage(<Popup stores={stores} hasStats={hasStats} />, settings, i18n.t('popup.name'));
