import { Workshop } from '../../components/workshop/Workshop.tsx';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { getPacks } from '../../lib/shipped-packs.ts';
import { createWorkshopStore } from '../../lib/stores/workshop.ts';
import { connectBench } from '../../lib/workshop/link.ts';
import benchWorker from './bench-worker.ts?module-worker';
import { markBox } from './mark-box.ts';

/** Brings what the workshop needs: the packs as they are shipped, and a worker that tries rules out. */
export async function openWorkshop(builtIn: readonly ReferencePack[], signal: AbortSignal) {
  await loadPacks();
  const bench = connectBench(() => startWorker(signal), getPacks());
  const tools = { store: createWorkshopStore(signal), bench, builtIn, markBox };
  return { default: ({ target }: { target: string }) => <Workshop tools={tools} target={target} /> };
}

function startWorker(signal: AbortSignal): Worker {
  const worker = new Worker(benchWorker, { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
  return worker;
}

function loadPacks(): Promise<void> {
  const script = document.createElement('script');
  script.src = '/packs.js';
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('The packs did not load.'));
  });
  document.head.append(script);
  return loaded;
}
