import { mountPage } from '../../components/page.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { createSettingsStore } from '../../lib/stores/settings.ts';

const page = new AbortController();
const store = createSettingsStore(page.signal);
mountPage(<Popup store={store} />, store);
