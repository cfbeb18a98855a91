import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '../components/mount.tsx';
import { getBridge } from '../lib/composer/bridge.ts';

/** Loaded when the first card opens. */
export default defineUnlistedScript(() => {
  const bridge = getBridge();
  if (bridge) bridge.mountCard = mountCard;
});
