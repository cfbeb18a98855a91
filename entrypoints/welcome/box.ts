import card from '../../components/card.css?inline';
import { mountCard } from '../../components/mount.tsx';
import tokens from '../../components/tokens.css?inline';
import type { Bridge } from '../../lib/composer/bridge.ts';
import { connectCoach } from '../../lib/composer/coach.ts';
import { getPacks } from '../../lib/shipped-packs.ts';
import { anywhere } from '../../lib/sites/index.ts';

/** Coaches a box of this page as on a desk. Returns what takes the box. */
export function connectBox(signal: AbortSignal): (box: HTMLTextAreaElement) => void {
  // No site of its own: only a snooze silences it.
  const bridge: Bridge = { signal, isOrphaned: () => false, getSites: () => [anywhere] };
  connectCoach(bridge, getPacks(), { tokens, card, loadCard: async () => mountCard }, '');
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, (event) => event.isTrusted && bridge.key?.(event), { capture: true, signal });
  }
  return (box) => {
    const attach = () => bridge.attach?.(box, anywhere);
    box.addEventListener('focus', attach, { signal });
    // What is wrong in it is seen before anyone clicks.
    attach();
  };
}
