import type { Variety } from '../engine/types.ts';

/** Whose English an agent writes; `browser` for the one that the browser's languages suggest. */
export type VarietyChoice = Variety | 'browser';

export const varietyChoices = ['browser', 'british', 'american', 'indian'] as const satisfies VarietyChoice[];

/** Where an English is written; regions that mix them, such as Canada, suggest none. */
const REGIONS: Readonly<Record<string, Variety>> = {
  ...{ AU: 'british', GB: 'british', IE: 'british', NZ: 'british', ZA: 'british' },
  US: 'american',
  ...{ BD: 'indian', IN: 'indian', LK: 'indian', NP: 'indian', PK: 'indian' },
};

/** The English that was chosen; undefined for none, then every rule speaks and a rewrite spells as its reply does. */
export function getVariety(choice: VarietyChoice, languages = navigator.languages): Variety | undefined {
  return choice === 'browser' ? suggestVariety(languages) : choice;
}

/**
 * What a browser's languages (as in `navigator.languages`) say of their user's English. American English after another language
 * says nothing: browsers put it there by themselves.
 */
export function suggestVariety(languages: readonly string[]): Variety | undefined {
  const isFirst = /^en\b/i.test(languages[0] ?? '');
  const suggested = languages
    .filter((language) => /^en-/i.test(language))
    .map((language) => REGIONS[language.slice(-2).toUpperCase()]);
  return suggested.find((variety) => variety && (isFirst || variety !== 'american'));
}
