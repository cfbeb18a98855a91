import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import card from '../components/card.css?inline';
import tokens from '../components/tokens.css?inline';
import { getBridge } from '../lib/composer/bridge.ts';
import { connectCoach } from '../lib/composer/coach.ts';
import { ask } from '../lib/messages.ts';
import { getPacks } from '../lib/shipped-packs.ts';
import { getAddress } from '../lib/sites/address.ts';

/** Loaded at the first focus of a reply box. */
export default defineUnlistedScript(() => {
  const bridge = getBridge();
  if (!bridge) return;
  const loadCard = async () => {
    if (!bridge.mountCard) await ask('script.run', { script: 'card' });
    if (!bridge.mountCard) throw new Error('The card did not load.');
    return bridge.mountCard;
  };
  connectCoach(bridge, getPacks(), { tokens, card, loadCard }, getAddress().hostname);
});
