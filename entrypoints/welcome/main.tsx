import { mountPage } from '../../components/page.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { createSettingsStore } from '../../lib/stores/settings.ts';

const page = new AbortController();
const store = createSettingsStore(page.signal);
mountPage(<Welcome store={store} />, store);
