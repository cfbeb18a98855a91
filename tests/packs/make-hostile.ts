import { HOUSE } from './house.ts';

/** Packs that mean harm, the same for the same seed. */

/** A seeded generator (xorshift, 32 bits): whole numbers below `most`. */
type Draw = (most: number) => number;

function createDraw(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

export const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const HEAD = 'id: bad\nname: Bad\nversion: 1.0.0\n';
const COMMON =
  'the to you a and we for is be it of this have in that our are on with will us can not please thank'.split(' ');

const times = (count: number, make: (at: number) => string, by = '\n') =>
  Array.from({ length: count }, (_, at) => make(at)).join(by);

/** A file with one rule, whose fields are YAML. */
function makeRule(fields: Record<string, string>, name = 'one'): string {
  const whole = {
    message: 'Say it.',
    why: 'It helps.',
    phrases: '["<widget>"]',
    examples: '{wrong: {"A <word>.": }, right: [Another.]}',
    ...fields,
  };
  return `  ${name}:\n${Object.entries(whole)
    .map(([key, value]) => `    ${key}: ${value}\n`)
    .join('')}`;
}

const file = (rules: string, before = '') => `${HEAD}${before}rules:\n${rules}`;
const list = (entries: string[]) => JSON.stringify(entries);

/** One kind of harm each; `size` is 1 mostly, and 100 now and then. */
const KINDS: Record<string, (draw: Draw, size: number) => string> = {
  'lists within lists': (draw, size) => {
    const opener = ['[', '{a: ', '- ', '? ', '\n '][draw(5)] as string;
    return `${HEAD}about: ${opener.repeat(100 + size * 1000)}`;
  },
  'keys within keys': (draw, size) => `${HEAD}${times(10 + draw(30) + size, (at) => `${'  '.repeat(at)}a:`)}`,
  'aliases of aliases': (draw) =>
    `${HEAD}a0: &a0 [x, x, x]\n${times(3 + draw(9), (at) => `a${at + 1}: &a${at + 1} [${times(9, () => `*a${at}`, ', ')}]`)}\nrules: *a3\n`,
  'merged keys': () => `${HEAD}base: &base {message: x}\nrules:\n  one: {<<: *base}\n  two: {<<: {message: y}}\n`,
  'a huge file': (draw, size) =>
    `${HEAD}# ${'x'.repeat(draw(2000) * size * 2)}\n${file(makeRule({})).slice(HEAD.length)}`,
  'a huge text': (draw, size) => file(makeRule({ message: `"${'x '.repeat(draw(700) * size)}"` })),
  'names that every object has': (draw) => {
    const name = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'][draw(5)] as string;
    const place = draw(6);
    if (place === 0) return `${HEAD}${name}: {polluted: true}\n`;
    if (place === 1) return file(makeRule({}, name));
    if (place === 2) return file(makeRule({ [name]: '{polluted: true}' }));
    if (place === 3)
      return `${HEAD}changes:\n  ${name}: {off: true, ${name}: {polluted: true}}\nrenamed: {${name}: ${name}}\n`;
    if (place === 4) return file(makeRule({ phrases: `["<we {${name}}>"]` }), `words: {${name}: [one, two]}\n`);
    return file(makeRule({ 'only-if': `{${name}: x}`, unless: `{${name}: x}` }));
  },
  'words that may be missing': (draw, size) => {
    const words = times(5 + draw(20) + 3 * size, (at) => `(w${at}|the)?`, ' ');
    return file(makeRule({ phrases: list([`<${words} end>`, `<...16 ...16 ${words} the>`]) }));
  },
  'gaps behind gaps': (draw, size) => {
    const gaps = times(2 + draw(4), () => '...16', ' ');
    return file(
      times(
        5 * size,
        (at) =>
          makeRule({ phrases: list([`<${gaps} ${COMMON[at % 20]} ${gaps} ${COMMON[(at + 3) % 20]}>`]) }, `r${at}`),
        '',
      ),
    );
  },
  'lists that double': (draw) => {
    const sign = draw(2) === 0 ? '|' : ' ';
    const lists = times(10 + draw(30), (at) => `  l${at + 1}: "{l${at}}${sign}{l${at}}"`);
    return file(makeRule({ phrases: '["<{l30} {l9} {l5} widget>"]' }), `words:\n  l0: one|two|three\n${lists}\n`);
  },
  'lists in every phrase': (draw, size) => {
    const words = times(20 + draw(300), (at) => `word${at}`, '|');
    return file(
      makeRule({ phrases: list(Array.from({ length: 10 * size }, (_, at) => `<{big} {big} x${at}>`)) }),
      `words:\n  big: ${words}\n`,
    );
  },
  'brackets in brackets': (draw, size) =>
    file(makeRule({ phrases: list([`${'('.repeat(5 + draw(10) + size)}a${')'.repeat(5 + draw(10) + size)} widget`]) })),
  'very many phrases': (draw, size) => {
    const count = size === 1 ? 50 + draw(200) : ([3_000, 100_000][draw(2)] as number);
    return file(makeRule({ phrases: list(Array.from({ length: count }, (_, at) => `<a${at} b${at}>`)) }));
  },
  'phrases in every sentence': (draw, size) => {
    const rule = (at: number) => ({
      phrases: list([`<${COMMON[(at + draw(3)) % COMMON.length]}>`]),
      yields: 'true',
      unless: '{question: x, conditional: x, "the ...16 end": x}',
    });
    return file(times(4 * size, (at) => makeRule(rule(at), `r${at}`), ''));
  },
  'expressions that run away': (draw, size) => {
    const inner = [
      '(a+)+',
      '(a|aa)+',
      '(.*)*',
      '(\\\\w+\\\\s?)*',
      '(x+x+)+y',
      '((a{1,50}){1,50}){1,50}',
      '(?=a)a',
      '\\\\1(a)',
      '[',
      '(?i:a*)*',
      '.*.*.*.*=',
      '(a?){90}a{90}',
    ][draw(12)] as string;
    return file(
      makeRule({
        patterns: `[{regex: "^${inner.repeat(1 + draw(3) + size / 10)}the"}, {regex: "${inner}$", words: ["the"]}]`,
      }),
    );
  },
  'grammar that runs away': (draw, size) => {
    const parts = [
      '*',
      '.*',
      '(a|b|the)+',
      '(#Noun? #Verb?)+',
      '!the*',
      '[<mark>.+]',
      '{the}',
      '~the~',
      '@hasComma',
      '/a+/',
      '.{1,50}',
      '(.|*)?',
    ];
    const match = times(2 + draw(8) + size / 5, () => parts[draw(parts.length)] as string, ' ');
    return file(makeRule({ patterns: `[{match: "${match}", words: ["the"]}]` }));
  },
  'a page in every text': (draw) => {
    const script = JSON.stringify(SCRIPT);
    const field = ['message', 'why', 'source'][draw(3)] as string;
    const rule = makeRule({ [field]: script, rewrites: `[${script}]`, instead: `{"<gadget>": ${script}}` });
    return `id: bad\nname: ${script}\nabout: ${script}\nversion: 1.0.0\nmaintainer: ${script}\nrules:\n${rule}terms: [{say: ${script}, not: [widgets]}, {say: "javascript:alert(1)", not: [thing]}]\n`;
  },
  'things of the wrong kind': (draw) => {
    const junk = () =>
      [
        '1',
        'true',
        'null',
        '[]',
        '{}',
        '"x"',
        '[[1]]',
        '{a: {b: c}}',
        '!!binary aGk=',
        '!!js/function "x"',
        '2001-01-01',
        '.nan',
        '0x10',
      ][draw(13)] as string;
    const header = [
      'id',
      'name',
      'about',
      'version',
      'language',
      'maintainer',
      'extends',
      'words',
      'changes',
      'renamed',
      'terms',
    ].filter(() => draw(3) === 0);
    return `${HEAD}${header.map((key) => `${key}: ${junk()}\n`).join('')}rules:\n${makeRule({ [['message', 'phrases', 'unless', 'examples', 'patterns', 'instead', 'sentence'][draw(7)] as string]: junk() })}`;
  },
  'a good file with a slip': (draw) => {
    let text = HOUSE;
    for (let slips = 1 + draw(5); slips > 0; slips--) {
      const at = draw(text.length);
      const signs = ['', ' ', ':', '-', '"', '[', '}', '\n', '\t', '*', '&', '\u0000', '\ufeff', '😀', '\ud800'];
      text = text.slice(0, at) + signs[draw(signs.length)] + text.slice(at + draw(12));
    }
    return text;
  },
  'faults upon faults': (draw, size) => {
    const sign = [',', '"', '*a ', '&a ', 'a: b: c\n', ']', '!!x ', '---\n', '%YAML 9\n', '|\n'][draw(10)] as string;
    return HEAD + (draw(2) === 0 ? 'about: [' : '') + sign.repeat(50 + 110 * size);
  },
  'unknown keys without end': (draw, size) => `${HEAD}${times(20 + draw(30) + 45 * size, (at) => `key${at}: ${at}`)}\n`,
  'a glossary without end': (draw, size) =>
    `${HEAD}terms:\n${times(20 + draw(20) + 12 * size, (at) => `  - {say: good ${at}, not: [bad ${at % (1 + draw(200))}, "${COMMON[at % 20]} x${at}"]}`)}\n`,
  'rewrites without end': (draw, size) =>
    file(
      makeRule({
        rewrites: list(
          Array.from({ length: 5 + draw(40) + size }, (_, at) => `{rest} and {before} [blank ${at}] widget`),
        ),
      }),
    ),
  'names in circles': (draw) =>
    `${HEAD}renamed: {a: b, b: a, c: ${['a', 'c', 'd'][draw(3)]}}\nchanges: {bad/a: {off: true}, bossy: {off: true}, cant-focus: {unless: {"{x}": x, "...": y}}}\n`,
};

export interface Hostile {
  kind: string;
  text: string;
}

/** One pack that means harm; each in ten is a large one of its kind. */
export function makeHostile(seed: number): Hostile {
  const draw = createDraw(seed);
  const kinds = Object.keys(KINDS);
  const kind = kinds[seed % kinds.length] as string;
  const isLarge = Math.floor(seed / kinds.length) % 10 === 9;
  return { kind, text: (KINDS[kind] as (typeof KINDS)[string])(draw, isLarge ? 100 : 1) };
}
