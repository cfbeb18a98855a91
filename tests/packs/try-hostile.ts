import { createChecker } from '../../lib/engine/checker.ts';
import { layerPacks } from '../../lib/engine/layers.ts';
import type { CompiledPack } from '../../lib/engine/pack.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { type CompiledPackFile, compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';

/** A reply with the commonest words, a widget and a gadget. */
export const REPLY =
  'Thank you for the note and please be sure that we have it in hand with the team for you. ' +
  'Will you tell us if this widget is the one that our shop sent to you, and that the gadget can not be used with it?';

/** All that happens to a pack from elsewhere: read, compiled, laid over the others, asked of each key, and of a whole reply. */
export function tryHostile(
  text: string,
  below: readonly CompiledPack[],
): CompiledPackFile & { keys: () => void; check: () => void } {
  const compiled = compilePackFile(readPackFile('bad.yaml', text), below);
  const layers = compiled.pack ? layerPacks(below, [compiled.pack]) : [];
  const own = layers.slice(-1);
  const scanner = createScanner(own);
  scanner.scan(REPLY);
  let count = 0;
  return {
    ...compiled,
    keys() {
      // What was scanned before is remembered, so that each time is another sentence.
      scanner.scan(REPLY.replaceAll('.', ` x${++count}.`));
    },
    check() {
      for (const flag of createChecker(own).check(REPLY)) String(flag.rewrites.length);
    },
  };
}
