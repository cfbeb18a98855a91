import type { HostSide } from '../../lib/background/host.ts';
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { layerPacks } from '../../lib/engine/layers.ts';
import type { TeamPack } from '../../lib/engine/pack.ts';
import type { Variety } from '../../lib/engine/types.ts';
import { answer } from '../../lib/messages.ts';
import { getPacks } from '../../lib/shipped-packs.ts';
import { suggestVariety } from '../../lib/storage/variety.ts';

/** Answers the questions about grammar, once it was given the team's packs. `onQuestion` hears of each. */
export function connectHost(onQuestion?: () => void): HostSide {
  let current: { checker: Checker; variety: Variety | undefined } | undefined;
  let give: (packs: readonly TeamPack[]) => void = () => {};
  let team = new Promise<readonly TeamPack[]>((resolve) => {
    give = resolve;
  });

  /** One at a time: the setting is the same in every tab, and seldom changed. */
  async function getChecker(variety?: Variety): Promise<Checker> {
    const packs = await team;
    if (!current || current.variety !== variety) current = { checker: makeChecker(packs, variety), variety };
    return current.checker;
  }

  const side: HostSide = {
    use(packs) {
      give(packs);
      team = Promise.resolve(packs);
      current = undefined;
      // The most likely one is there before the first question.
      void getChecker(suggestVariety(navigator.languages));
      return true;
    },
    async compile({ texts, known }) {
      onQuestion?.();
      // Reading packs takes a YAML parser, which most days need none of.
      const { compileTexts } = await import('../../lib/packs/compile-texts.ts');
      return compileTexts(texts, [...getPacks(), ...(known ?? (await team))]);
    },
  };

  answer({
    'grammar.flags': async ({ passages, context, variety }) => {
      onQuestion?.();
      const checker = await getChecker(variety);
      return passages.map((passage) => checker.patterns(passage, context));
    },
    'grammar.rewrites': async ({ text, context, variety, ...finding }) => {
      onQuestion?.();
      return (await getChecker(variety)).rewrites(text, finding, context);
    },
    'host.use': ({ packs }) => side.use(packs) === true,
    'host.compile': (texts) => side.compile(texts),
  });
  return side;
}

/** Packs of the team that the engine stumbles over are left out. */
function makeChecker(team: readonly TeamPack[], variety: Variety | undefined): Checker {
  const options = variety ? { variety } : {};
  try {
    return createChecker(layerPacks(getPacks(), team), options);
  } catch {
    return createChecker(getPacks(), options);
  }
}
