import { describe, expect, it } from 'vitest';
import type { TeamPack } from '../../lib/engine/pack.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import type { PackFile } from '../../lib/packs/pack-schema.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { writePackFile } from '../../lib/packs/write-file.ts';
import { compile, HOUSE, listFaults } from './house.ts';

const below = readCompiledPacks();

describe('a pack file', () => {
  it('becomes a pack: rules under its id, the glossary as rules, and what it changes below', () => {
    const { pack, faults } = compile(HOUSE, below);
    expect(faults).toEqual([]);
    expect(pack).toMatchObject({ id: 'acme', version: '3.1.0', language: 'en', maintainer: 'Ana <ana@acme.example>' });
    expect(pack?.rules.map(({ id }) => id)).toEqual([
      'acme/no-widget-talk',
      'acme/say-sign-in',
      'acme/say-acmepay',
      'acme/not-synergy',
      'acme/say-colour-british',
      'acme/say-color-american',
    ]);
    expect(Object.keys(pack?.changes ?? {})).toEqual(['cant-focus/cannot']);
    expect(pack?.renamed).toEqual({ 'acme/widgets': 'acme/no-widget-talk' });
  });

  it('is written again as it was read, and what only says a default is left out', () => {
    const { file } = readPackFile('acme.yaml', HOUSE);
    const written = writePackFile(file as PackFile);
    expect(readPackFile('acme.yaml', written).file).toEqual(file);
    expect(written).not.toMatch(/patterns|yields|language/);
  });

  it('names no word list of another pack in what it changes there', () => {
    const { pack } = compile(HOUSE, below);
    expect(JSON.stringify((pack as TeamPack).changes)).not.toMatch(/\{[a-z]+\}/);
  });

  it('may be read again over an older version of itself', () => {
    const { pack } = compile(HOUSE, below);
    expect(compile(HOUSE, [...below, pack as TeamPack]).faults).toEqual([]);
  });
});

it('an imported pack may go without examples', () => {
  const bare = HOUSE.replace('wrong: {"Turn <the widget> on.": Turn your device on.}', 'wrong: {}');
  expect(compile(`imported: Vale style House\n${bare}`, below).faults).toEqual([]);
});

const swap = (from: string | RegExp, to: string) => HOUSE.replace(from, to);

describe('a fault in a pack file', () => {
  it.each<[string, string, string]>([
    [
      'a misspelt key of a rule',
      swap('    phrases:', '    phrazes:'),
      '12:5 there is no key "phrazes" here; did you mean "phrases"?',
    ],
    ['a misspelt key of the file', swap('rules:', 'rulez:'), '8:1 there is no key "rulez" here; did you mean "rules"?'],
    [
      'a severity that is none',
      swap('severity: info', 'severity: infoo'),
      '19:15 severity: "infoo"; it must be error, warning, info; did you mean "info"?',
    ],
    [
      'a number where text belongs',
      swap('right: [Turn your device on.]', 'right: [404]'),
      '16:15 right: this is 404; it must be text, in quotes',
    ],
    [
      'a list where text belongs',
      swap('message: Say what it is for.', 'message: [a]'),
      '10:14 message: this is a list; it must be text',
    ],
    ['what is missing', swap('    message: Say what it is for.\n', ''), '9:3 "message" is missing; it must be text'],
    [
      'a rule without an example that must be marked',
      swap('wrong: {"Turn <the widget> on.": Turn your device on.}', 'wrong: {}'),
      '15:14 has no wrong example',
    ],
    [
      'a rule without one that must stay quiet',
      swap('right: [Turn your device on.]', 'right: []'),
      '16:14 has no right example',
    ],
    ['a name with capitals', swap('  no-widget-talk:', '  No Widgets:'), '9:3 "No Widgets" must be small letters'],
    [
      'a version that is none',
      swap('version: 3.1.0', 'version: 3'),
      '4:10 version: this is 3; it must be text, in quotes',
    ],
    ['the id of a built-in pack', swap('id: acme', 'id: bossy'), '1:5 "bossy" is the id of a built-in pack'],
    [
      'a rule that stands twice',
      swap('changes:', '  no-widget-talk: {}\nchanges:'),
      '17:3 "no-widget-talk" stands here twice',
    ],
    [
      'a rule below that is not there',
      swap('cant-focus/cannot:', 'cant-focus/canot:'),
      '18:3 there is no "cant-focus/canot" below; did you mean "cant-focus/cannot"?',
    ],
    [
      'a pack below that is not there',
      swap('[cant-focus]', '[cant-fokus]'),
      '6:11 there is no pack "cant-fokus" below; did you mean "cant-focus"?',
    ],
    [
      'a change that changes nothing',
      swap(/ {4}severity: info\n {4}unless.*\n/, '    {}\n'),
      '19:5 this changes nothing',
    ],
    ['a phrase that cannot be read', swap('<the {product}>', '<the {product}'), '12:15 ">" is missing'],
    ['a word list that is not there', swap('<the {product}>', '<the {prodcut}>'), '12:15 no word list "{prodcut}"'],
    [
      'a slot that is not there',
      swap('{instead} your', '{insted} your'),
      '13:16 no slot "{insted}"; did you mean "instead"?',
    ],
    [
      'a predicate that is not there',
      swap('    rewrites:', '    only-if: {questoin: Is it?}\n    rewrites:'),
      '13:15 no predicate "questoin": only-if takes no phrases; did you mean "question"?',
    ],
    [
      'a new name without a rule',
      swap('widgets: no-widget-talk', 'widgets: no-widgets-talk'),
      '21:20 there is no rule "no-widgets-talk"; did you mean "no-widget-talk"?',
    ],
    [
      'a term without words to flag',
      swap('{say: sign in, not: [login, log in]}', '{say: sign in}'),
      '23:5 a term needs "not"',
    ],
    [
      'a term against another',
      swap('not: synergy', 'not: sign in'),
      '25:11 "sign in" is what another term says to use',
    ],
    ['a word in two terms', swap('not: synergy', 'not: login'), '25:11 "login" stands in the glossary twice'],
    [
      'an alias',
      swap('about: How we speak of what we sell.', 'about: &a x\nmaintainer: *a'),
      '4:13 "*a": aliases are refused',
    ],
    ['broken YAML', `${HOUSE}oops: [`, '28:8 '],
    ['a file that is a list', '- id: acme', '1:1 a pack file begins with its keys'],
    ['a file of nothing', '', '1:1 a pack file begins with its keys'],
  ])('is told with its place, and what would be right: %s', (_, text, message) => {
    const faults = listFaults(text, below);
    expect(faults.find((fault) => fault.startsWith(message)) ?? faults).toContain(message);
  });

  it('is told with all others of the file, in the order of their places', () => {
    const text = swap('    phrases:', '    phrazes:')
      .replace('severity: info', 'severity: loud')
      .replace('say: AcmePay', 'sai: AcmePay');
    expect(listFaults(text, below).map((fault) => fault.split(' ')[0])).toEqual(['12:5', '19:15', '24:6']);
  });

  it('takes down its own rule, change or term, and nothing else', () => {
    const text = swap('    phrases:', '    phrazes:')
      .replace('severity: info', 'severity: loud')
      .replace('say: AcmePay', 'sai: AcmePay');
    const { pack } = compile(text, below);
    expect(pack?.rules.map(({ id }) => id)).toEqual([
      'acme/say-sign-in',
      'acme/not-synergy',
      'acme/say-colour-british',
      'acme/say-color-american',
    ]);
    expect(pack?.changes).toEqual({});
  });

  it('is told of a later term at its own line, though an earlier one is broken too', () => {
    const text = swap('{say: sign in, not: [login, log in]}', '{say: 12}').replace('say: AcmePay', 'say: "[Acme]"');
    expect(listFaults(text, below).at(-1)).toMatch(/^24:11 "\[Acme\]": brackets/);
  });
});
