import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * Edits of a pack file as text. What the edit does not name stays as it was written, comments too. A file that is no YAML is
 * given back as it is: the fields do not show while it is broken.
 */

/** The order in which people write a rule's parts, and a pack's. */
const ORDER = [
  ...['id', 'name', 'about', 'version', 'language', 'maintainer', 'extends', 'words'],
  ...['off', 'severity', 'message', 'why', 'source', 'phrases', 'instead', 'sentence', 'patterns'],
  ...['unless', 'unless-next', 'unless-previous', 'only-if', 'not-in', 'rewrites', 'notes', 'yields', 'examples'],
  ...['wrong', 'right', 'rules', 'changes', 'renamed', 'terms'],
];
/** Below these the keys are names that people chose. */
const NAMED = ['instead', 'rules', 'changes', 'renamed', 'wrong', 'unless', 'words'];

export type Path = readonly (string | number)[];
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** What a file holds, as plain values; undefined where it cannot be read. */
export function readRaw(text: string): Record<string, unknown> | undefined {
  try {
    const document = open(text);
    const raw: unknown = document?.toJS({ maxAliasCount: 0 });
    return isRecord(raw) ? raw : undefined;
  } catch {
    return undefined;
  }
}

/** What stands at this place; undefined where nothing does. */
export function getAt(text: string, path: readonly PropertyKey[]): unknown {
  let found: unknown = readRaw(text);
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}

/** The text with a value at this place: undefined takes it away, and what is empty then. */
export function setAt(text: string, path: Path, value: Plain | undefined): string {
  return edit(text, (document) => {
    if (value === undefined) return remove(document, path);
    const parent = getMap(document, path.slice(0, -1));
    const key = path.at(-1);
    if (isSeq(parent)) return void parent.set(key, document.createNode(value));
    if (!isMap(parent)) return;
    const known = parent.get(key, true);
    if (Array.isArray(value) && isSeq(known)) return setItems(document, known, value);
    if (isScalar(known) && (typeof value !== 'object' || value === null)) known.value = value;
    else if (parent.has(key)) parent.set(key, document.createNode(value));
    else insert(document, parent, path, value);
  });
}

/** The text with a key under another name, in its place and with all that stands under it. */
export function renameKey(text: string, path: Path, name: string): string {
  return edit(text, (document) => {
    const parent = document.getIn(path.slice(0, -1), true);
    if (!isMap(parent) || parent.has(name)) return;
    const pair = parent.items.find(({ key }) => getKey(key) === path.at(-1));
    if (!pair) return;
    if (isScalar(pair.key)) pair.key.value = name;
    else pair.key = document.createNode(name);
  });
}

function open(text: string): Document | undefined {
  const document = parseDocument(text, { merge: false, uniqueKeys: true });
  return document.errors.length > 0 ? undefined : document;
}

function edit(text: string, change: (document: Document) => void): string {
  const document = open(text);
  if (!document) return text;
  if (document.contents === null) document.contents = document.createNode({}) as never;
  change(document);
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: /[{[] /.test(text),
    indentSeq: !/^( *)[\w-]+:\n\1- /m.test(text),
  });
}

function remove(document: Document, path: Path): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const above = path.slice(0, -1);
  const parent = above.length > 0 ? document.getIn(above, true) : undefined;
  if ((isMap(parent) || isSeq(parent)) && parent.items.length === 0) remove(document, above);
}

/** The map at this place, made where there is none. */
function getMap(document: Document, path: Path): unknown {
  if (path.length === 0) return document.contents;
  const known = document.getIn(path, true);
  if (isMap(known) || isSeq(known)) return known;
  const parent = getMap(document, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const key = path.at(-1) as string;
  if (parent.has(key)) parent.set(key, document.createNode({}));
  else insert(document, parent, path, {});
  return parent.get(key, true);
}

/** Puts a new key where people look for it: ahead of those that come after it. */
function insert(document: Document, parent: YAMLMap, path: Path, value: Plain): void {
  const key = path.at(-1) as string;
  const pair = document.createPair(key, value) as Pair;
  // In braces only a person writes.
  const rank = NAMED.includes(String(path.at(-2))) ? -1 : ORDER.indexOf(key);
  const at = rank < 0 ? -1 : parent.items.findIndex((item) => ORDER.indexOf(getKey(item.key)) > rank);
  if (at < 0) parent.items.push(pair);
  else parent.items.splice(at, 0, pair);
  if (parent.items.length === 1) parent.flow = false;
}

/** Items that stay keep their node, and with it their comment; a line that was changed in its place keeps it too. */
function setItems(document: Document, list: { items: unknown[] }, values: readonly Plain[]): void {
  const before = list.items;
  const known = new Map(before.map((node) => [JSON.stringify(node), node]));
  list.items = values.map((value, index) => {
    const same = known.get(JSON.stringify(value));
    if (same) return same;
    const there = before[index];
    if (typeof value === 'object' || !isScalar(there) || values.includes(there.value as Plain))
      return document.createNode(value);
    there.value = value;
    return there;
  });
}

function getKey(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
