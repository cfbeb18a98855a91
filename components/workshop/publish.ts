import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, findInWay, getId, publish, toPublish, type WorkshopStore } from '../../lib/stores/workshop.ts';
import type { ExampleResult } from '../../lib/workshop/examples.ts';
import type { Tools } from './tools.ts';

/** How publishing ended: done, refused with everything that is red, or not taken by storage. */
export type PublishEnd =
  | { kind: 'done'; version: string }
  | { kind: 'red'; faults: readonly PackFault[]; examples: readonly ExampleResult[] }
  | { kind: 'twice'; id: string }
  | { kind: 'taken'; id: string; by: 'url' | 'policy' }
  | { kind: 'failed' };

/** Publishes a draft when all of it is sound and every example is green. */
export async function publishDraft({ store, bench }: Tools, draft: Draft): Promise<PublishEnd> {
  const id = getId(draft);
  const others = store.getState().history.now.filter(({ key }) => key !== draft.key);
  if (others.some((other) => getId(other) === id)) return { kind: 'twice', id };
  const taken = findTaken(store, id);
  if (taken) return taken;
  const text = toPublish(store.getState(), draft);
  const { pack, faults } = await bench.compile(text);
  const examples = (await bench.test(text)).filter(({ problem }) => problem !== undefined);
  if (!pack || faults.length + examples.length > 0) return { kind: 'red', faults, examples };
  const isDone = await publish(store, draft.key, pack, text);
  return isDone ? { kind: 'done', version: pack.version } : { kind: 'failed' };
}

/** Who else has the id that a draft would be published under. */
export function findTaken(store: WorkshopStore, id: string): Extract<PublishEnd, { kind: 'taken' }> | undefined {
  const inWay = findInWay(store.getState(), id);
  return inWay && { kind: 'taken', id, by: inWay.source.kind === 'policy' ? 'policy' : 'url' };
}
