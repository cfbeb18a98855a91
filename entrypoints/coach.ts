import packs from 'virtual:cando-packs';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import card from '../components/card.css?inline';
import tokens from '../components/tokens.css?inline';
import { getBridge } from '../lib/composer/bridge.ts';
import { connectCoach } from '../lib/composer/coach.ts';

/** Loaded at the first focus of a reply box. */
export default defineUnlistedScript(() => {
  const bridge = getBridge();
  if (!bridge) return;
  const loadCard = async () => {
    if (!bridge.mountCard) await import(/* @vite-ignore */ browser.runtime.getURL('/card.js'));
    if (!bridge.mountCard) throw new Error('The card did not load.');
    return bridge.mountCard;
  };
  connectCoach(bridge, packs, { tokens, card, loadCard });
});
