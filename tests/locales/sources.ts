import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { root } from './read.ts';

/** A node of a syntax tree: its parts are known by their names alone. */
export interface Node {
  type: string;
  [part: string]: unknown;
}

export interface Source {
  file: string;
  text: string;
}

/** The files of these folders with one of these endings. */
export function readSources(folders: readonly string[], endings: readonly string[]): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => `${folder}/${f}`),
    )
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/** Every node of a file, from the outside in. */
export function listNodes({ file, text }: Source): Node[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse.`);
  return listBelow(program);
}

/** A node and all that is in it. */
export function listBelow(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.values(value).flatMap(listBelow);
  return typeof (value as Node).type === 'string' ? [value as Node, ...parts] : parts;
}

/**
 * The strings that an expression may come to, as they stand in it: `ok ? 'a' : 'b'` gives both. `*` is in the place of what a
 * template sets in.
 */
export function listStrings(value: unknown): string[] {
  const node = value as Node | null | undefined;
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [(node.quasis as { value: { cooked: string } }[]).map(({ value: { cooked } }) => cooked).join('*')];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(listStrings);
    case 'LogicalExpression':
    case 'BinaryExpression':
      // What stands before `&&` is asked, not said; a comparison says nothing.
      if (node.operator === '&&') return listStrings(node.right);
      if (!['+', '||', '??'].includes(node.operator as string)) return [];
      return [node.left, node.right].flatMap(listStrings);
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return listStrings(node.expression);
    default:
      return [];
  }
}
