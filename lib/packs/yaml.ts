import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { PackError, type PackFault } from './faults.ts';
import { type Issue, parseBy } from './issues.ts';
import { LIMITS } from './limits.ts';
import type { Refuse } from './refuse.ts';

export interface Located<Value> {
  value: Value;
  refuse: Refuse;
}

/** A YAML file as plain values. */
export interface OpenYaml {
  /** Undefined where it is no YAML, or none that is safe to read. */
  raw: unknown;
  isReadable: boolean;
  faults: PackFault[];
  /** A fault at the place of a path, or at the nearest place around it that is there; at the key, where that is meant. */
  locate(path: readonly PropertyKey[], message: string, isKey?: boolean): PackFault;
}

const SIGNS = /[[\],:'"{}*&!?#\n-]|[|>](?=\n)/g;

/** Where a tag, an anchor or an alias may begin: nobody needs one, and a reader takes its time over very many. */
const NODE_MARKS = /(?:^|[\s[{,:-])[!&*]/g;

/** Opens a YAML file: everything that no schema can tell, from broken YAML to keys that stand twice. Never throws. */
export function openYaml(file: string, source: string): OpenYaml {
  const lines = new LineCounter();
  const at = (offset: number, path: readonly PropertyKey[], message: string): PackFault => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      path: [...path],
      message: message.slice(0, LIMITS.message),
    };
  };
  const refuse = (faults: PackFault[]): OpenYaml => ({
    raw: undefined,
    isReadable: false,
    faults,
    locate: (path, message) => at(0, path, message),
  });
  if (source.length > LIMITS.characters) {
    return refuse([
      at(0, [], `is ${source.length} characters long; at most ${LIMITS.characters}: make two packs of it`),
    ]);
  }
  const signs = source.match(SIGNS)?.length ?? 0;
  if (signs > LIMITS.signs) {
    const message = `holds ${signs} line ends, quotes, commas, colons and brackets; at most ${LIMITS.signs}: make two packs of it`;
    return refuse([at(0, [], message)]);
  }
  const marks = source.match(NODE_MARKS)?.length ?? 0;
  if (marks > LIMITS.nodeMarks)
    return refuse([at(0, [], 'holds tags, anchors or aliases (! & *); write it out without them')]);
  const tooDeep = findDepth(source);
  if (tooDeep !== undefined) {
    return refuse([{ ...at(0, [], 'is nested too deeply'), line: tooDeep }]);
  }
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) {
    const errors = document.errors.slice(0, LIMITS.faults);
    return refuse(errors.map(({ pos, message }) => at(pos[0], [], message.split('\n')[0] || 'is no YAML')));
  }
  const faults: PackFault[] = [];
  const aliases: PackFault[] = [];
  visit(document, {
    Alias: (_, node) => {
      aliases.push(at(node.range?.[0] ?? 0, [], `"*${node.source}": aliases are refused, write it out`));
    },
    Map: (_, { items }) => {
      const names = new Set<string>();
      for (const { key } of items) {
        const name = String(isScalar(key) ? key.value : key);
        if (names.has(name))
          faults.push(at(startOf(key), [name], `"${name}" stands here twice; one of them has to go`));
        names.add(name);
      }
    },
  });
  if (aliases.length > 0) return refuse(aliases);
  const locate = createLocate(document);
  return {
    raw: document.toJS(),
    isReadable: true,
    faults,
    locate: (path, message, isKey = false) => at(locate(path, isKey), path, message),
  };
}

/**
 * Reads one YAML file by a schema.
 *
 * @param file its name, for messages
 * @throws {PackError} for broken YAML, aliases, and everything the schema refuses
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
): Located<z.output<Schema>> {
  const { raw, faults, locate } = openYaml(file, source);
  const [broken] = faults;
  if (broken) throw new PackError(broken);
  const { value, issues } = parseBy(schema, raw);
  const [issue] = issues;
  if (issue) throw new PackError(locateIssue(locate, issue));
  return {
    value: value as z.output<Schema>,
    refuse(path, message, isKey) {
      throw new PackError(locate(path, message, isKey));
    },
  };
}

/** An issue at its place, with the name of what it is about. */
export function locateIssue(
  locate: OpenYaml['locate'],
  { path, message, isKey }: Issue,
  below: readonly PropertyKey[] = [],
): PackFault {
  const last = path.findLast((key) => typeof key === 'string');
  const name = isKey || last === undefined || message.startsWith(`"${String(last)}"`) ? '' : `${String(last)}: `;
  return locate([...below, ...path], `${name}${message}`, isKey);
}

function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}

/** Finds the offset of a path. What is missing stands at the key that should hold it. */
function createLocate(document: Document): (path: readonly PropertyKey[], isKey: boolean) => number {
  const pairs = new WeakMap<object, Map<string, Pair>>();
  const find = (node: unknown, key: PropertyKey): unknown => {
    if (isSeq(node)) return node.items[Number(key)];
    if (!isMap(node)) return undefined;
    const known = pairs.get(node) ?? new Map(node.items.map((pair) => [String(pair.key), pair]));
    pairs.set(node, known);
    return known.get(String(key));
  };
  return (path, isKey) => {
    let node: unknown = document.contents;
    let pair: Pair | undefined;
    for (const [depth, key] of path.entries()) {
      const next = find(node, key);
      if (next === undefined) return startOf(isMap(node) || isSeq(node) ? (pair?.key ?? node) : node);
      pair = isPair(next) ? next : undefined;
      node = isPair(next) ? next.value : next;
      if (isKey && depth === path.length - 1 && pair) return startOf(pair.key);
    }
    return startOf(node) || startOf(pair?.key);
  };
}

/** The first line that nests more deeply than anybody writes, told before a parser goes that deep; text counts too. */
function findDepth(source: string): number | undefined {
  let brackets = 0;
  for (const [index, line] of source.split('\n').entries()) {
    const lead = /^(?: |[-?:](?= ))*/.exec(line)?.[0] ?? '';
    if (lead.length > 10 * LIMITS.depth || lead.replaceAll(' ', '').length > LIMITS.depth) return index + 1;
    for (const char of line) {
      if (char === '[' || char === '{') brackets++;
      else if ((char === ']' || char === '}') && brackets > 0) brackets--;
    }
    if (brackets > 2 * LIMITS.depth) return index + 1;
  }
  return undefined;
}
