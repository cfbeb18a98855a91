import packs from 'virtual:cando-packs';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardStyle from '../components/card.css?inline';
import { mountCard } from '../components/mount.tsx';
import tokens from '../components/tokens.css?inline';
import { getBridge } from '../lib/composer/bridge.ts';
import { connectCoach } from '../lib/composer/coach.ts';

/** Loaded at the first focus of a reply box. */
export default defineUnlistedScript(() => {
  const bridge = getBridge();
  if (bridge) connectCoach(bridge, packs, { tokens, card: cardStyle, mountCard });
});
