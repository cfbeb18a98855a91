import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { createHost } from '../lib/background/host.ts';
import { followMastery } from '../lib/background/mastery.ts';
import { followPolicy } from '../lib/background/policy.ts';
import { recompilePacks } from '../lib/background/recompile.ts';
import { followServer } from '../lib/background/server.ts';
import { addCounts, loadCounts } from '../lib/background/stats.ts';
import { followSubscriptions } from '../lib/background/subscriptions.ts';
import { showBadge } from '../lib/badge.ts';
import { answer, type Sender, scripts, tell } from '../lib/messages.ts';
import { followPackOrigins, injectIntoOpenTabs, loadAddedSites, registerAddedSites } from '../lib/sites/added.ts';
import { countDraft, countIgnore } from '../lib/storage/ignores.ts';

/** Wakes the grammar host, runs scripts where they are asked for, counts what is ignored, and follows the permissions and the packs at an address. In Firefox it is the host. */
export default defineBackground({
  main() {
    const host = createHost(
      import.meta.env.FIREFOX ? import('./grammar/host.ts').then(({ connectHost }) => connectHost()) : undefined,
    );
    followPolicy(host);
    const mastery = followMastery(loadCounts);
    const checkNow = followSubscriptions(host);
    const { sendNow, showRows, askServer } = followServer();
    followPackOrigins(new AbortController().signal);
    answer({
      'grammar.start': () => host.start().then(() => true),
      'script.run': async ({ script }, sender) => {
        if (!Object.hasOwn(scripts, script)) throw new Error(`No such script: ${script}`);
        const target = { tabId: getTab(sender), frameIds: [sender.frameId ?? 0] };
        // Each in a task of its own: the page draws and takes keys in between.
        for (const file of scripts[script]) {
          await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
        }
        return true;
      },
      'badge.show': async ({ count, severity }, sender) => {
        await showBadge(
          getTab(sender),
          count,
          severity,
          count > 0 ? i18n.t('badge.flags', count) : i18n.t('badge.none'),
        );
        return true;
      },
      'mastery.look': ofOurs(() => mastery.look().then(() => true)),
      'subscription.check': ofOurs((which) => checkNow(which).then(() => true)),
      'server.rows': ofOurs(showRows),
      'server.send': ofOurs(({ isAnew }) => sendNow(isAnew === true).then(() => true)),
      'server.ask': ofOurs(askServer),
      'draft.begun': () => countDraft().then(() => true),
      'rule.ignored': ({ ruleId, severity }) => countIgnore(ruleId, severity),
      async 'stats.count'(batch) {
        await addCounts(batch);
        // The counts are safe; what they mean is found out tomorrow too.
        await mastery.hear(batch.deltas).catch(() => undefined);
        return true;
      },
    });

    browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
      await registerAddedSites();
      await injectIntoOpenTabs(origins);
    });
    browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
      await registerAddedSites();
      for (const { id } of await browser.tabs.query({})) if (id !== undefined) tell(id, 'site.lost', { origins });
    });
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await registerAddedSites();
      if (reason === 'update') await recompilePacks(host);
      if (reason !== 'install') return;
      // A reply that is open already is coached without a refresh; also at sites that an earlier installation was allowed.
      const own = browser.runtime.getManifest().host_permissions ?? [];
      await injectIntoOpenTabs([...own, ...(await loadAddedSites())]);
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
  },
});

function getTab({ tab }: Sender): number {
  if (tab?.id === undefined) throw new Error('Only a tab may ask this.');
  return tab.id;
}

/** For what no script on a page has any business with: neither a team's sums, nor that anything is sent. */
function ofOurs<Ask, Answer>(act: (ask: Ask) => Answer): (ask: Ask, sender: Sender) => Answer {
  return (ask, { url }) => {
    if (!url?.startsWith(browser.runtime.getURL('/'))) throw new Error('Only a page of the extension may ask this.');
    return act(ask);
  };
}
