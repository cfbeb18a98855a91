/**
 * Words that live only under a no: "any", "yet", "at all". When the no goes they must go too, or no finished sentence
 * can be made.
 */

const DROPPED =
  /\s+(?:yet|at all|either|any ?more|any longer|at the moment|at this time|right now|just yet|for now|now|as yet|so far|currently|presently|i['’]?(?: a)?m afraid|unfortunately|sadly)(?=\s*$|\s*,)/gi;
const STUCK =
  /\b(?:anything|anyone|anybody|anywhere|ever|a single|much|neither|nor|nothing|no one|not|never|anytime soon)\b/i;
/** "any" before a plural or a mass noun can simply go; before "other", "of" or a singular it cannot. */
const ANY_PLURAL =
  /\bany\s+(?=(?:\w+\s+)?\w+(?:s|money|access|information|help|support|work|stock|more)\b)(?!of\b|other\b|more\b)/gi;

/** The verb phrase without what only a no can carry, or undefined where that is beyond repair. */
export function repairPolarity(phrase: string): string | undefined {
  const repaired = ` ${phrase}`.replace(DROPPED, '').replace(ANY_PLURAL, '').trim();
  return STUCK.test(repaired) || /\bany\b/i.test(repaired) ? undefined : repaired;
}
