import { expect, it } from 'vitest';
import { tellLists, tellPhrase, tellTemplate } from '../../lib/engine/phrase/tell.ts';
import { readPacks } from '../../lib/packs/read.ts';

const lists = tellLists({ side: 'i|we', cannot: 'can {adv}? not {adv}?|(is|are) unable to', adv: 'also' });

it.each([
  ['<{side} {cannot} ...12> (until|till)', "we can't … until"],
  ['^ <{lead}? {side} (are|am) (so|very)? (sad|sorry) to> $', 'we are sad to'],
  ['{#word} <(facilitate|rectify)> (the|your)', 'facilitate'],
  ['<{#word} decision stands>', 'decision stands'],
  ['<{unheard-of} is final>', 'is final'],
  ['i told you', 'I told you'],
  ['<it is {side}', '<it is {side}'],
])('a trainer reads the phrase %s as “%s”', (written, told) => {
  expect(tellPhrase(written, lists)).toBe(told);
});

it.each([
  ['{subject} {can} {do} from {until-time}', 'we can … from …'],
  ["I'll reply by [by when]", "I'll reply by [by when]"],
  ['{instead} if you need more help', 'if you need more help'],
  ['{owned}', 'I will … by [by when]'],
  ['{rest}', ''],
  ['{delete}', ''],
  ['', ''],
])('a trainer reads the rewrite %s as “%s”', (template, told) => {
  expect(tellTemplate(template)).toBe(told);
});

it('no phrase and no rewrite of any rule shows a sign of the way in which rules are written', () => {
  const told = readPacks().flatMap((pack) => {
    const known = tellLists(pack.lists);
    return pack.rules.flatMap(({ phrases, rewrites }) => [
      ...phrases.map((phrase) => tellPhrase(phrase, known)),
      ...rewrites.map((rewrite) => tellTemplate(rewrite).replace(/\([^()]*\)|\?$/g, '')),
    ]);
  });
  expect(told.length).toBeGreaterThan(2_000);
  expect(told.filter((words) => /[<>{}|?^$()]/.test(words))).toEqual([]);
});
