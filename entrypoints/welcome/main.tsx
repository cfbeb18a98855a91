import { i18n } from '#i18n';
import { mountPage } from '../../components/page.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { createSettingsStore } from '../../lib/stores/settings.ts';
import { createSitesStore } from '../../lib/stores/sites.ts';
import { createToolbarStore } from '../../lib/stores/toolbar.ts';
import { connectBox } from './box.ts';

const page = new AbortController();
const store = createSettingsStore(page.signal);
mountPage(
  <Welcome
    store={store}
    sites={createSitesStore(page.signal)}
    toolbar={createToolbarStore(page.signal)}
    coach={connectBox(page.signal)}
    isFirefox={import.meta.env.FIREFOX}
  />,
  store,
  i18n.t('welcome.name'),
);
