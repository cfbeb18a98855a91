import type { NewExample } from '../workshop/bench.ts';
import { type Plain, readRaw, renameKey, setAt } from '../workshop/document.ts';
import type { ExampleResult } from '../workshop/examples.ts';
import { addRule, createPackText } from '../workshop/new-pack.ts';
import { addDraft, edit, getDraft, getId, type WorkshopStore } from './workshop.ts';

/** Steps in a pack's file that are more than one field. Each is one step to take back. */

/** Begins a pack, with a first rule. Gives the key of the one and the name of the other. */
export function beginPack(store: WorkshopStore, name: string, taken: Iterable<string>): { key: string; rule: string } {
  const { text, rule } = addRule(createPack(store, name, taken));
  return { key: addDraft(store, text), rule };
}

function createPack(store: WorkshopStore, name: string, taken: Iterable<string>): string {
  return createPackText(name, new Set([...taken, ...store.getState().history.now.map(getId)]));
}

/** Begins a rule. Gives its name. */
export function beginRule(store: WorkshopStore, key: string): string {
  const { text, rule } = addRule(getDraft(store.getState(), key)?.text ?? '');
  edit(store, key, () => text);
  return rule;
}

/** Gives a rule another name. What was published under the old one stays known by it. */
export function renameRule(store: WorkshopStore, key: string, rule: string, name: string): void {
  const published = store.getState().versions.findLast(({ draft }) => draft === key);
  const wasThere = published !== undefined && Object.hasOwn(readPart(published.text, 'rules'), rule);
  edit(store, key, (text) => {
    const renamed = renameKey(text, ['rules', rule], name);
    const free = Object.hasOwn(readPart(renamed, 'renamed'), name)
      ? setAt(renamed, ['renamed', name], undefined)
      : renamed;
    return wasThere ? setAt(free, ['renamed', rule], name) : free;
  });
}

export function deleteRule(store: WorkshopStore, key: string, rule: string): void {
  edit(store, key, (text) => {
    const names = Object.entries(readPart(text, 'renamed')).filter(([, now]) => now === rule);
    const without = setAt(text, ['rules', rule], undefined);
    return names.reduce((file, [before]) => setAt(file, ['renamed', before], undefined), without);
  });
}

/** Sets a rule's phrases and what is said in their place: nothing, the same for all, or to each its own as it is now. */
export function setPhrases(
  store: WorkshopStore,
  key: string,
  rule: string,
  phrases: readonly string[],
  instead: readonly string[] | 'many',
): void {
  edit(
    store,
    key,
    (text) => {
      const at = ['rules', rule];
      const known = readPart(text, 'rules')[rule] as { instead?: Record<string, Plain> } | null | undefined;
      const own = known?.instead ?? {};
      const given = (phrase: string): Plain | undefined =>
        instead === 'many' ? own[phrase] : instead.length > 1 ? instead : instead[0];
      const pairs = phrases.flatMap((phrase): [string, Plain][] => {
        const words = given(phrase);
        return words === undefined ? [] : [[phrase, words]];
      });
      const bare = phrases.filter((phrase) => given(phrase) === undefined);
      const listed = setAt(text, [...at, 'phrases'], bare.length > 0 ? bare : undefined);
      return setAt(listed, [...at, 'instead'], pairs.length > 0 ? Object.fromEntries(pairs) : undefined);
    },
    `${rule} phrases`,
  );
}

export function addExample(store: WorkshopStore, key: string, rule: string, example: NewExample): void {
  edit(store, key, (text) => withExample(text, rule, example));
}

export function dropExample(store: WorkshopStore, key: string, rule: string, example: ExampleResult): void {
  edit(store, key, (text) => withoutExample(text, rule, example));
}

/** Puts an example as it would be true now in the place of what it was. */
export function retakeExample(
  store: WorkshopStore,
  key: string,
  rule: string,
  before: ExampleResult,
  now: NewExample,
): void {
  edit(store, key, (text) => {
    const at = ['rules', rule, 'examples', 'wrong'];
    if (before.kind !== 'wrong' || now.kind !== 'wrong')
      return withExample(withoutExample(text, rule, before), rule, now);
    return setAt(renameKey(text, [...at, before.text], now.text), [...at, now.text], now.expected);
  });
}

function withExample(text: string, rule: string, example: NewExample): string {
  const at = ['rules', rule, 'examples'];
  if (example.kind === 'wrong') return setAt(text, [...at, 'wrong', example.text], example.expected);
  const right = listRight(text, rule);
  return right.includes(example.text) ? text : setAt(text, [...at, 'right'], [...right, example.text]);
}

function withoutExample(text: string, rule: string, { kind, text: words }: ExampleResult): string {
  const at = ['rules', rule, 'examples'];
  if (kind === 'wrong') return setAt(text, [...at, 'wrong', words], undefined);
  const right = listRight(text, rule).filter((one) => one !== words);
  return setAt(text, [...at, 'right'], right.length > 0 ? right : undefined);
}

function listRight(text: string, rule: string): string[] {
  const examples = readPart(text, 'rules')[rule] as { examples?: { right?: unknown } } | null | undefined;
  const right = examples?.examples?.right;
  return Array.isArray(right) ? right.filter((one) => typeof one === 'string') : [];
}

function readPart(text: string, part: string): Record<string, unknown> {
  const value = readRaw(text)?.[part];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Begins to change a built-in rule: in this draft, or in a new one. Gives the draft's key. */
export function beginChange(
  store: WorkshopStore,
  key: string | undefined,
  rule: string,
  name: string,
  taken: Iterable<string>,
): string {
  const [pack = ''] = rule.split('/');
  const change = (text: string) => {
    if (Object.hasOwn(readPart(text, 'changes'), rule)) return text;
    const known = readRaw(text)?.extends;
    const below = Array.isArray(known) ? known.map(String) : [];
    const file = setAt(text, ['changes', rule], {});
    return below.includes(pack) ? file : setAt(file, ['extends'], [...below, pack]);
  };
  if (key === undefined) return addDraft(store, change(createPack(store, name, taken)));
  edit(store, key, change);
  return key;
}

export function dropChange(store: WorkshopStore, key: string, rule: string): void {
  edit(store, key, (text) => setAt(text, ['changes', rule], undefined));
}
