import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createChecker } from '../../lib/engine/checker.ts';
import type { ImportFile } from '../../lib/import/files.ts';
import { importVale, type StyleImport } from '../../lib/import/vale/style.ts';
import { summarise } from '../../lib/import/vale/summary.ts';
import { readImported } from './read-imported.ts';
import { STYLE } from './vale-styles.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const files = (style: Readonly<Record<string, string>>): ImportFile[] =>
  Object.entries(style).map(([name, text]) => ({ name: `House/${name}`, text }));

let house: StyleImport;
let check: (text: string) => string[];
/** What became of a rule, by the name of its file. */
const report = (name: string) => {
  const found = house.rules.find((rule) => rule.name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
};
/** Why something of a rule was left behind. */
const reasons = (name: string) => report(name).lost.map(({ what, why }) => `${what}: ${why}`);

beforeAll(() => {
  house = importVale(files(STYLE))[0] as StyleImport;
  const checker = createChecker([readImported(house.yaml).pack]);
  check = (text) =>
    checker
      .check(text)
      .map(({ ruleId, span }) => `${ruleId.slice('house/'.length)}: ${text.slice(span.start, span.end)}`);
});

describe('a Vale style becomes a pack', () => {
  it('that loads without a fault, named for its folder', () => {
    const { pack, faults } = readImported(house.yaml);
    expect(faults).toEqual([]);
    expect(pack.id).toBe('house');
    expect(pack.rules.map(({ id }) => id)).toContain('house/defined-here');
  });

  it('whose examples hold, all of them', () => {
    expect(readImported(house.yaml).failures).toEqual([]);
    const rules = parse(house.yaml).rules as Record<string, { examples: { wrong: object } }>;
    const bare = Object.keys(rules).filter((name) => Object.keys(rules[name]?.examples.wrong ?? {}).length === 0);
    expect(bare).toEqual(['order']);
  });

  it('with its messages, levels and links', () => {
    expect(parse(house.yaml).rules.existence).toMatchObject({
      message: "'{marked}' says little.",
      severity: 'error',
      source: 'https://style.example/words',
      phrases: ['utterly', 'at (this|that) juncture', '(colorful|colourful)', '(ping|pinged) you'],
    });
  });

  it.each([
    ['Please see the colourful bag at this juncture.', ['existence: colourful', 'existence: at this juncture']],
    ['Please see the DRAFT of the draft.', ['cased: DRAFT']],
    ['It was -4 there; please stay in.', ['signs: -4', 'signs: ;']],
    ['No, we won’t! Please stay.', ['signs: won’t!']],
    ['That is really unique and very impossible.', ['raw: really unique', 'raw: very impossible']],
    ['That is quite perfect for you.', []],
    ['Yes! We did it! We are glad!! Thanks.', ['often: !']],
    ['Please see the the bag.', ['twice: the the']],
    ['This programme is a program.', ['same: program']],
    ['Please give the RMA to us.', ['defined-here: RMA']],
    ['Please give the RMA, your return number, to us.', []],
    ['we will see that.', ['start: we']],
    ['It must of been sent.', []],
    ['You could of see it.', ['order: could of see']],
    [`They say that ${'they say that '.repeat(3)}now and then.`, ['long: now']],
  ])('that marks what the style marks: %s', (text, marks) => {
    expect(check(text)).toEqual(marks);
  });

  it('that says what to say instead, to the letter', () => {
    const checker = createChecker([readImported(house.yaml).pack]);
    const rewrite = (text: string) =>
      checker.check(text).map(({ message, rewrites: [first] }) => ({
        message,
        becomes: first && text.slice(0, first.span.start) + first.text + text.slice(first.span.end),
      }));
    expect(rewrite('We make use of it.')).toEqual([
      { message: "Use 'use' instead of 'make use of'.", becomes: 'We use of it.'.replace(' of', '') },
    ]);
    expect(rewrite('Prior to that we ask.')).toEqual([
      { message: "Use 'before / ahead of' instead of 'Prior to'.", becomes: 'Before that we ask.' },
    ]);
    expect(rewrite('Please do not go to the log-in page.').map(({ becomes }) => becomes)).toEqual([
      "Please don't go to the log-in page.",
      'Please do not go to the log in page.',
    ]);
    expect(rewrite("Please don't go, log in to AcmeCloud and see the email.")).toEqual([]);
    expect(rewrite('It runs on Acmecloud.').map(({ becomes }) => becomes)).toEqual(['It runs on AcmeCloud.']);
    expect(rewrite('We know who they are.')).toEqual([]);
    expect(rewrite('We are open 24/7 for you.').map(({ becomes }) => becomes)).toEqual([undefined]);
  });
});

describe('what cannot be carried over is listed with its reason', () => {
  it.each([
    ['Never', 'asks for something in each text'],
    ['Defined', 'looks through the whole text'],
    ['Title', 'a reply has no "heading"'],
    ['Vague', 'no word of it must stand there'],
    ['Program', 'no pack runs programs'],
    ['Broken', 'Broken.yml:'],
  ])('%s, as a whole', (name, reason) => {
    expect(report(name)).toMatchObject({ outcome: 'none', ruleId: undefined, carried: 0 });
    expect(reasons(name).join()).toContain(reason);
  });

  it.each([
    ['Swap', 'part (\\d): what it says instead takes over a part of what was met ($1)'],
    [
      'Anywhere',
      '[A-Z]+: nothing that it meets must hold a certain word or sign, so it would be asked of every sentence',
    ],
    ['Anywhere', 'foo(?=bar)baz: it looks ahead in its midst, which no linear-time engine does'],
    ['Anywhere', '(?:a+: "(" is never closed'],
    ['Anywhere', '[a-z][.?!] {2,}[A-Z]: what it meets does not stand within one sentence'],
    ['Anywhere', '^Well: it asks where a paragraph begins or ends; rules here see one sentence'],
  ])('%s, expression by expression', (name, reason) => {
    expect(reasons(name)).toContain(reason);
  });

  it('what holds differently is said too', () => {
    expect(report('Grade').changed[0]?.why).toContain('sentences of more than 79 words'.replace('79', '30'));
    expect(report('Same').changed[0]?.why).toContain('one sentence');
  });

  it('in a summary for people', () => {
    expect(summarise(house)).toMatch(
      /^House: 20 rules; 12 carried over, 1 in part, 7 left behind \(\d+ of \d+ words and expressions\)\n/,
    );
    expect(summarise(house)).toContain(
      '  Title: left behind\n    left behind: scope\n      for a reply has no "heading"',
    );
  });
});

describe('files from anywhere', () => {
  const wordy = 'extends: existence\nmessage: Out.\ntokens: [utterly]\n';

  it('come out of a ZIP, one pack a style, whatever else lies in it', () => {
    const archive = zipSync({
      'styles/Ours/Words.yml': encode(wordy),
      'styles/Theirs/Words.yaml': encode(wordy),
      'styles/Ours/meta.json': encode('{}'),
      '__MACOSX/Ours/._Words.yml': encode(wordy),
      'vale.ini': encode('StylesPath = styles'),
    });
    const styles = importVale([{ name: 'styles.zip', bytes: archive }]);
    expect(styles.map(({ id, rules }) => [id, rules.length])).toEqual([
      ['ours', 1],
      ['theirs', 1],
    ]);
  });

  it('have names that lead nowhere', () => {
    const archive = zipSync({ '../../../etc/__proto__.yml': encode(wordy), '/abs/C:\\evil.yml': encode(wordy) });
    const styles = importVale([{ name: 'x.zip', bytes: archive }]);
    expect(styles.map(({ id }) => id)).toEqual(['etc', 'abs']);
    expect(styles.flatMap(({ rules }) => rules.map(({ ruleId }) => ruleId))).toEqual(['etc/proto', 'abs/c-evil']);
  });

  it('may not unpack to more than a style needs, whatever they say of their size', () => {
    const bomb = zipSync({ 'a/Bomb.yml': new Uint8Array(50_000_000) }, { level: 9 });
    // The sizes that the archive says of itself: 10 bytes.
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    view.setUint32(22, 10, true);
    for (const bytes of [bomb, liar])
      expect(() => importVale([{ name: 'bomb.zip', bytes }])).toThrow('"a/Bomb.yml" unpacks to more than 500000 bytes');
    const many = zipSync(Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`a/${at}.yml`, encode('x: 1')])));
    expect(() => importVale([{ name: 'many.zip', bytes: many }])).toThrow('more than 2000 files');
  });

  it('that are broken are refused, with what is wrong', () => {
    const archive = zipSync({ 'a/Words.yml': encode(wordy) });
    expect(() => importVale([{ name: 'cut.zip', bytes: archive.slice(0, 40) }])).toThrow(/archive|no rule/);
    expect(() => importVale([{ name: 'a/b.yml', text: 'key: value' }])).toThrow('no rule of a Vale style was found');
    expect(() => importVale([])).toThrow('no rule of a Vale style was found');
  });

  it('may hold anything: a rule that is hostile is listed, and the rest works', () => {
    const hostile = {
      'Bomb.yml': `extends: existence\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntokens: *c\n`,
      'Deep.yml': `extends: existence\ntokens: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
      'Keys.yml': 'extends: substitution\nmessage: No.\nswap: {__proto__: x, constructor: y, toString: z}\n',
      'Runaway.yml': "extends: existence\nmessage: No.\nnonword: true\ntokens: ['(?:x+x+)+!', '(a{90}){90}b']\n",
      'Huge.yml': `extends: existence\nmessage: No.\ntokens: [${'a, '.repeat(100_000)}]\n`,
      'Words.yml': wordy,
    };
    const [style] = importVale(files(hostile));
    const pack = readImported(style?.yaml ?? '');
    expect(pack.faults).toEqual([]);
    const carried = style?.rules.filter(({ outcome }) => outcome !== 'none').map(({ name }) => name);
    expect(carried).toEqual(expect.arrayContaining(['Words', 'Runaway']));
    expect(carried).not.toEqual(expect.arrayContaining(['Bomb']));
    const text = `This is utterly fine: ${'x'.repeat(900)} y`;
    expect(createChecker([pack.pack]).check(text).length).toBe(1);
  });
});
