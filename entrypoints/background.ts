import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../lib/messages.ts';

/** Wakes the grammar host; in Firefox, which has no offscreen documents, this page is the host. */
export default defineBackground({
  // Firefox: the page, not an event page's file alone, so that the host can be imported when asked.
  main() {
    if (import.meta.env.FIREFOX) {
      import('./grammar/host.ts').then(({ connectHost }) => connectHost());
      answer({ 'grammar.start': () => true });
      return;
    }
    let starting: Promise<unknown> | undefined;
    answer({
      'grammar.start': async () => {
        starting ??= startOffscreen().finally(() => {
          starting = undefined;
        });
        await starting;
        return true;
      },
    });
  },
});

async function startOffscreen(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: '/grammar.html',
    reasons: ['WORKERS'],
    justification: 'Grammar for the sentence that an agent is writing, kept out of the page and on this machine.',
  });
}
