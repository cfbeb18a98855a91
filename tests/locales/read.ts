import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What stands under a key: words, or words for each form of the plural. */
export type Words = string | Record<string, string>;

export interface Locale {
  language: string;
  /** By key, `card.position`. */
  words: ReadonlyMap<string, Words>;
}

/** Every locale in the folder, English first. */
export function readLocales(): Locale[] {
  return readdirSync(join(root, 'locales'))
    .map((file) => ({
      language: file.replace(/\.yml$/, ''),
      words: new Map(flatten(parse(readFileSync(join(root, 'locales', file), 'utf8')))),
    }))
    .sort((a, b) => Number(b.language === 'en') - Number(a.language === 'en') || a.language.localeCompare(b.language));
}

/** Each form of some words by itself. */
export function listForms(words: Words): string[] {
  return typeof words === 'string' ? [words] : Object.values(words);
}

/** The places for what is set in, `$1`, each once. */
export function listPlaces(words: Words): string[] {
  return [...new Set(listForms(words).flatMap((form) => form.match(/\$\d/g) ?? []))].sort();
}

function flatten(tree: object, path: readonly string[] = []): [string, Words][] {
  return Object.entries(tree).flatMap(([name, value]): [string, Words][] => {
    const here = [...path, name];
    const isLeaf = typeof value !== 'object' || Object.keys(value).every((form) => /^(?:\d+|n)$/.test(form));
    return isLeaf ? [[here.join('.'), value as Words]] : flatten(value as object, here);
  });
}
