import { browser } from 'wxt/browser';
import type { TeamPack } from '../engine/pack.ts';
import { ask, type Messages } from '../messages.ts';
import { listTeam, loadPacks } from '../storage/packs.ts';
import { loadPolicy } from '../storage/policy.ts';

type Compiled = Messages['host.compile']['answer'];

/** The side of the grammar host that takes packs: a document of its own, or in Firefox this very background page. */
export interface HostSide {
  use(packs: readonly TeamPack[]): unknown;
  compile(texts: Messages['host.compile']['ask']): Promise<Compiled>;
}

/** The grammar host as the background sees it. The host has no storage: the team's packs are handed to it. */
export interface Host {
  /** Sees to it that it runs, with the packs that speak now. */
  start(): Promise<void>;
  /** Compiles the texts of packs, each above those before it. */
  compile(texts: Messages['host.compile']['ask']): Promise<Compiled>;
}

/** @param here in Firefox, the host that lives in the background itself */
export function createHost(here?: Promise<HostSide>): Host {
  const side =
    here ??
    Promise.resolve<HostSide>({
      use: (packs) => ask('host.use', { packs: [...packs] }),
      compile: (texts) => ask('host.compile', texts),
    });
  let starting: Promise<void> | undefined;
  /** The packs that it was given, as JSON; forgotten when it is started anew. */
  let handed: string | undefined;

  async function start(): Promise<void> {
    if (!here && !(await browser.offscreen.hasDocument())) {
      handed = undefined;
      await browser.offscreen.createDocument({
        url: '/grammar.html',
        reasons: ['WORKERS'],
        justification: 'Grammar for the sentence that an agent is writing, kept out of the page and on this machine.',
      });
    }
    const packs = await loadTeam();
    const json = JSON.stringify(packs);
    if (json === handed) return;
    await (await side).use(packs);
    handed = json;
  }

  const host: Host = {
    async start() {
      // Two tabs ask at once: there can be one document.
      starting = (starting ?? Promise.resolve()).catch(() => undefined).then(start);
      await starting;
    },
    async compile(texts) {
      await host.start();
      return (await side).compile(texts);
    },
  };
  // A background page that was stopped comes back with a question, and nobody starts its host before.
  if (here) host.start().catch(() => undefined);
  return host;
}

/** The packs that speak now; none where storage cannot be read. */
async function loadTeam(): Promise<TeamPack[]> {
  try {
    const [{ packs }, policy] = await Promise.all([loadPacks(), loadPolicy()]);
    return listTeam(packs, policy);
  } catch {
    return [];
  }
}
