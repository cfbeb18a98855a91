import { type PhraseNode, parsePhrase } from './syntax.ts';

/** The word lists that phrases may name. */
export interface Lists {
  has(name: string): boolean;
  get(name: string): PhraseNode | undefined;
}

/** Word lists as they are written, each read when it is first asked for. */
export function createLists(written: Readonly<Record<string, string>>): Lists {
  const known = new Map<string, PhraseNode>();
  const lists: Lists = {
    has: (name) => Object.hasOwn(written, name),
    get(name) {
      if (!lists.has(name)) return undefined;
      const node = known.get(name) ?? parsePhrase(`(${written[name]})`, lists).node;
      known.set(name, node);
      return node;
    },
  };
  return lists;
}

/** @throws {RangeError} when there is no such list */
export function getList(lists: Lists, name: string): PhraseNode {
  const list = lists.get(name);
  if (!list) throw new RangeError(`no word list "{${name}}"`);
  return list;
}
