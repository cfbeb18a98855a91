import { createRenames } from '../engine/layers.ts';
import type { CompiledPack, RuleChange } from '../engine/pack.ts';
import { createLists } from '../engine/phrase/lists.ts';
import { checkRewrites, compileException } from './compile.ts';
import type { ChangeSource } from './pack-schema.ts';
import { makeSound, type Refuse, refuseBelow } from './refuse.ts';
import { suggest } from './suggest.ts';

const NO_LISTS = createLists({});

/**
 * Compiles what a pack changes in those below it, by the ids that rules have now. A change that is broken is left out.
 *
 * @param own the pack's id
 * @param lists that its phrases may use; they are written out
 * @param refuse takes note of a fault at a path below `changes`
 */
export function compileChanges(
  own: string,
  changes: Readonly<Record<string, ChangeSource>>,
  below: readonly CompiledPack[],
  lists: Readonly<Record<string, string>>,
  refuse: Refuse,
): Record<string, RuleChange> {
  const rename = createRenames(below);
  const known = new Set(below.flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)]));
  const compiled = Object.entries(changes).map(([written, change]) => {
    const id = rename(written);
    const sound = makeSound(refuseBelow(refuse, written), (refuseHere) => {
      if (id.split('/')[0] === own) refuseHere([], `"${written}" is its own: change it in place`, true);
      else if (!known.has(id)) refuseHere([], `there is no "${written}" below${suggest(written, known)}`, true);
      if (!id.includes('/') && change.rewrites) refuseHere(['rewrites'], 'a whole pack has no rewrites: name a rule');
      return compileChange(change, lists, refuseHere);
    });
    return sound && ([id, sound] as const);
  });
  return Object.fromEntries(compiled.filter((one) => one !== undefined));
}

function compileChange(
  { off, severity, unless, rewrites }: ChangeSource,
  lists: Readonly<Record<string, string>>,
  refuse: Refuse,
): RuleChange {
  const exceptions = Object.entries(unless ?? {}).map(([written, text]) => {
    // The fault is told at the words as they are written.
    const refuseWritten: Refuse = (_, message) => refuse(['unless', written], message, true);
    const whole = writeOut(written, lists);
    return compileException({ under: 'unless', written: whole, text, place: {} }, refuseWritten, NO_LISTS);
  });
  checkRewrites(rewrites ?? [], refuse);
  const change: RuleChange = {
    ...(off !== undefined && { off }),
    ...(severity && { severity }),
    ...(exceptions.length > 0 && { unless: exceptions }),
    ...(rewrites && rewrites.length > 0 && { rewrites }),
  };
  if (Object.keys(change).length === 0) refuse([], 'this changes nothing; there are off, severity, unless, rewrites');
  return change;
}

/** More than any phrase may have; a list that names others many times over is cut short, and refused for its length. */
const LONGEST = 10_000;

/** A phrase with its word lists written out; one that is not there stays, and is refused with the phrase. */
function writeOut(phrase: string, lists: Readonly<Record<string, string>>): string {
  let whole = phrase;
  while (whole.length < LONGEST) {
    const next = whole.replace(/\{([a-z][a-z0-9-]*)\}/g, (name, list: string) =>
      Object.hasOwn(lists, list) ? `(${lists[list]})` : name,
    );
    if (next === whole) break;
    whole = next;
  }
  return whole;
}
