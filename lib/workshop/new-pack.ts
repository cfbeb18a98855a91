import { readRaw, setAt } from './document.ts';

/** The rules of a file by their names, whatever they hold. */
export function listRules(text: string): string[] {
  const rules = readRaw(text)?.rules;
  return typeof rules === 'object' && rules !== null ? Object.keys(rules) : [];
}

/** A new pack's file. `taken` are ids that other packs have. */
export function createPackText(name: string, taken: ReadonlySet<string>): string {
  const id = findFree(toName(name) || 'team', taken);
  return setAt(setAt(setAt('', ['id'], id), ['name'], name), ['version'], '1.0.0');
}

/** The file with one more rule that is still empty, and the rule's name. */
export function addRule(text: string): { text: string; rule: string } {
  const rule = findFree(NEW, new Set(listRules(text)));
  return { text: setAt(text, ['rules', rule], { severity: 'warning' }), rule };
}

const NEW = 'new-rule';

/** Whether nobody has named this rule yet. */
export function isUnnamed(rule: string): boolean {
  return new RegExp(`^${NEW}(?:-\\d+)?$`).test(rule);
}

/** A name for a rule by the first phrase it flags; undefined where that holds no word. */
export function suggestName(phrase: string, taken: ReadonlySet<string>): string | undefined {
  const name = toName(phrase).split('-').slice(0, 6).join('-');
  return name === '' ? undefined : findFree(name, taken);
}

/** Words as a name: small letters, digits and hyphens. */
export function toName(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
    .slice(0, 50);
}

function findFree(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return free;
}

/** The version that comes after all of these: the third number counts. */
export function getNextVersion(own: string, published: readonly string[]): string {
  if (!published.some((version) => compareVersions(version, own) >= 0)) return own;
  const highest = [...published].sort(compareVersions).at(-1) as string;
  const [major = 1, minor = 0, patch = 0] = toNumbers(highest);
  return `${major}.${minor}.${patch + 1}`;
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [toNumbers(one), toNumbers(other)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function toNumbers(version: string): number[] {
  return (version.split('-')[0] ?? '').split('.').map((part) => Number(part) || 0);
}
