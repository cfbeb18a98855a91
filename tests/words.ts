import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What `browser.i18n.getMessage` answers in a build in English. */
export const getWords = createWords('en');

/** What `browser.i18n.getMessage` answers in a build: the words of a locale, plural forms in one string. */
export function createWords(language: string) {
  const locale = parse(readFileSync(`locales/${language}.yml`, 'utf8')) as Record<string, unknown>;
  return (name: string, substitutions: readonly string[] = []): string => {
    const found = name
      .split('_')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], locale);
    if (found === undefined) return '';
    const words = typeof found === 'string' ? found : Object.values(found as object).join(' | ');
    return words.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
  };
}
