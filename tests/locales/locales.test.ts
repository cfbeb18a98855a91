import { beforeAll, describe, expect, it } from 'vitest';
import { listForms, listPlaces, readLocales } from './read.ts';

const [english, ...others] = readLocales() as [ReturnType<typeof readLocales>[0], ...ReturnType<typeof readLocales>];
const all = [english, ...others];

/** Counts of every kind that a language tells apart, and some more. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 101];

/** Same in every language: names, and words that two languages share. */
const SHARED = new Set([
  'Ctrl',
  'Alt',
  'Meta',
  'CanDo',
  'Zoom',
  'zoom',
  'Downloads',
  'Spotlight',
  'Error',
  'Sites',
  'Licence',
  'CanDo, version $1.',
]);

const browser = { runtime: { id: 'cando' }, i18n: { getMessage: (_name: string) => '' } };
Object.assign(globalThis, { browser });

it('speaks English, German, French and Spanish', () => {
  expect(all.map(({ language }) => language)).toEqual(['en', 'de', 'es', 'fr']);
});

it.each(all)('The summary in $language is as short as the stores want it', ({ words }) => {
  expect(words.get('extension.summary')?.length).toBeLessThanOrEqual(132);
});

describe.each(others)('The words in $language', ({ language, words }) => {
  it('are there for everything that is said in English, and for nothing else', () => {
    expect([...words.keys()]).toEqual([...english.words.keys()]);
  });

  it('name their language and its direction', () => {
    expect(words.get('language')).toBe(language);
    expect(words.get('direction')).toBe('ltr');
  });

  it('have places for the same numbers and names', () => {
    const offences = [...english.words]
      .filter(([key, own]) => listPlaces(words.get(key) ?? '').join() !== listPlaces(own).join())
      .map(([key]) => key);
    expect(offences).toEqual([]);
  });

  it('have a plural where English has one', () => {
    const offences = [...english.words]
      .filter(([key, own]) => typeof words.get(key) !== typeof own)
      .map(([key]) => key);
    expect(offences).toEqual([]);
  });

  it('are not left in English', () => {
    const offences = [...words].filter(
      ([key, own]) =>
        key !== 'direction' &&
        listForms(own).join() === listForms(english.words.get(key) ?? '').join() &&
        !SHARED.has(listForms(own)[0] as string) &&
        /\p{L}{3}/u.test(listForms(own).join()),
    );
    expect(offences).toEqual([]);
  });
});

describe.each(all)('A count in $language', ({ language, words }) => {
  const byName = new Map([...words].map(([key, own]) => [key.replaceAll('.', '_'), listForms(own).join(' | ')]));
  let t: (key: string, count: number) => string;
  beforeAll(async () => {
    // What the browser answers in a build: all forms of a plural in one string.
    browser.i18n.getMessage = (name) => byName.get(name) ?? '';
    const { createI18n } = await import('@wxt-dev/i18n');
    t = createI18n().t as never;
  });

  it('stands in the form that the language asks for, none and one too', () => {
    const rules = new Intl.PluralRules(language);
    const offences = [...words].flatMap(([key, forms]) =>
      typeof forms === 'string'
        ? []
        : COUNTS.filter((count) => {
            const said = t(key, count);
            // The form for one may hold its number, the form for none cannot.
            return rules.select(count) === 'one' ? withOne(said) !== withOne(forms[1] ?? '') : said !== forms.n;
          }).map((count) => `${key} for ${count}`),
    );
    expect(offences).toEqual([]);
  });

  it('keeps its forms apart: no words hold the sign between them', () => {
    expect([...words].filter(([, own]) => listForms(own).some((form) => form.includes(' | ')))).toEqual([]);
  });
});

function withOne(form: string): string {
  return form.replace('$1', '1');
}
