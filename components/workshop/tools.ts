import type { ReferencePack } from '../../lib/packs/reference.ts';
import type { WorkshopStore } from '../../lib/stores/workshop.ts';
import type { CheckedFlag } from '../../lib/workshop/bench.ts';
import type { BenchLink } from '../../lib/workshop/link.ts';

/** What every part of the workshop works with. */
export interface Tools {
  store: WorkshopStore;
  bench: BenchLink;
  /** The built-in packs, as they are told of. */
  builtIn: readonly ReferencePack[];
  /** Marks flags in a box from now on. */
  markBox(box: HTMLTextAreaElement, signal: AbortSignal): (flags: readonly CheckedFlag[]) => void;
}
