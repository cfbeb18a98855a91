import { Options } from '../../components/options/Options.tsx';
import { mountPage } from '../../components/page.tsx';
import { createSettingsStore } from '../../lib/stores/settings.ts';

const page = new AbortController();
const store = createSettingsStore(page.signal);
mountPage(<Options store={store} />, store);
