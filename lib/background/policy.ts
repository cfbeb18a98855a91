import { browser } from 'wxt/browser';
import { createRenames } from '../engine/layers.ts';
import { writeItems } from '../storage/area.ts';
import { type PolicyFault, readManaged } from '../storage/managed.ts';
import { changePacks, getSha256, type InstalledPack, loadPacks } from '../storage/packs.ts';
import { loadPolicyReading, POLICY_KEY, type Policy, type PolicyReading } from '../storage/policy.ts';
import { isChosen, loadDice } from '../storage/rollout.ts';
import { toPolicyItem } from '../storage/server.ts';
import { inTurn } from '../storage/turns.ts';
import type { Host } from './host.ts';

/** Takes over the team's policy now, and whenever the browser tells that it has changed. Firefox reads it when it starts. */
export function followPolicy(host: Host): void {
  const take = () => void takePolicy(host).catch(() => undefined);
  browser.storage.onChanged.addListener((_, area) => area === 'managed' && take());
  browser.runtime.onStartup.addListener(take);
  browser.runtime.onInstalled.addListener(take);
  take();
}

/** Reads the policy, installs the packs that stand in it, and leaves it for the pages. Nothing is done where nothing has changed. */
export function takePolicy(host: Host): Promise<void> {
  return inTurn(POLICY_KEY, async () => {
    // Where nobody has set anything, Firefox throws.
    const raw = await browser.storage.managed.get(null).catch(() => ({}));
    const from = await getSha256(JSON.stringify(raw));
    const before = (await loadPolicyReading()).from || (await getSha256('{}'));
    if (from === before) return;
    const { policy, servers, faults } = readManaged(raw);
    faults.push(...(await installPacks(policy, host)));
    const reading: PolicyReading = { from, faults, policy: await rename(policy) };
    await writeItems({ [POLICY_KEY]: reading, ...toPolicyItem(servers) });
  });
}

/** Installs the packs that stand in the policy. What it had before stays where a new one is broken. */
async function installPacks(policy: Policy, host: Host): Promise<PolicyFault[]> {
  const written = policy.packs.flatMap(({ yaml, rollout }, entry) =>
    yaml === undefined ? [] : [{ name: `packs[${entry}]`, text: yaml, rollout, entry }],
  );
  const compiled =
    written.length > 0 ? await host.compile({ texts: written.map(({ name, text }) => ({ name, text })) }) : [];
  const faults = compiled.flatMap((one) => one.faults);
  const dice = written.some(({ rollout }) => rollout !== undefined) ? await loadDice() : 0;
  const chosen: InstalledPack[] = [];
  const texts: Record<string, string> = {};
  for (const [at, { text, rollout, entry }] of written.entries()) {
    const pack = compiled[at]?.pack;
    if (!pack || !isChosen(rollout, dice, pack.id)) continue;
    const sha256 = await getSha256(text);
    texts[sha256] = text;
    chosen.push({ pack, isOn: true, source: { kind: 'policy', entry }, sha256 });
  }
  const hasBroken = compiled.some(({ pack }) => !pack);
  const isKept = ({ pack, source }: InstalledPack) => {
    if (source.kind !== 'policy') return true;
    if (source.url !== undefined) return policy.packs.some(({ url }) => url === source.url);
    return hasBroken && !compiled.some((one) => one.pack?.id === pack.id);
  };
  return changePacks((packs) => [...packs.filter(isKept), ...chosen], texts).then(
    () => faults.map(({ file, line, column, message }) => toFault(file, `${line}:${column} ${message}`, 'pack')),
    (error: unknown) => [toFault('packs', String(error), 'room')],
  );
}

function toFault(key: string, found: string, right: PolicyFault['right']): PolicyFault {
  return { key, found, right };
}

/** The policy may name rules by ids that they once had. */
async function rename(policy: Policy): Promise<Policy> {
  const now = createRenames((await loadPacks()).packs.map(({ pack }) => pack));
  const severities = Object.entries(policy.severities).map(([id, severity]) => [now(id), severity] as const);
  return {
    ...policy,
    locked: [...new Set(policy.locked.map(now))],
    severities: Object.fromEntries(severities),
    // The texts are installed, and each page would read them here.
    packs: policy.packs.map(({ yaml: _, ...pack }) => pack),
  };
}
