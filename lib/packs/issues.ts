import type { z } from 'zod';
import { LIMITS } from './limits.ts';
import { suggest } from './suggest.ts';

/** What a schema finds fault with, said so that a person knows what would be right. */
export interface Issue {
  path: PropertyKey[];
  message: string;
  /** It is the key itself that is wrong, not what stands under it. */
  isKey?: true;
}

type Parsed<Schema extends z.ZodType> = { value: z.output<Schema>; issues: [] } | { value: undefined; issues: Issue[] };

/** Reads a value by a schema: the value, or everything that is wrong with it. */
export function parseBy<Schema extends z.ZodType>(schema: Schema, raw: unknown): Parsed<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, issues: [] };
  return { value: undefined, issues: parsed.error.issues.flatMap((issue) => explain(issue, raw, schema)) };
}

function explain(issue: z.core.$ZodIssue, raw: unknown, schema: z.ZodType): Issue[] {
  const { path } = issue;
  const found = getAt(raw, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = listKeys(schema, path);
      const others = known.length > 0 && known.length <= 24 ? `; there are ${known.join(', ')}` : '';
      return issue.keys.slice(0, LIMITS.faults).map((key) => {
        const meant = suggest(key, known) || others;
        return { path: [...path, key], message: `there is no key "${shorten(key)}" here${meant}`, isKey: true };
      });
    }
    case 'invalid_key': {
      const key = String(path.at(-1));
      const [why] = issue.issues;
      return [{ path, message: `"${shorten(key)}" ${why ? sayFormat(why) : 'is no name'}`, isKey: true }];
    }
    case 'invalid_type':
      if (found === undefined) return [{ path, message: `"${String(path.at(-1))}" is missing; ${must(issue)}` }];
      return [{ path, message: `${describe(found)}; ${must(issue)}${quote(issue, found)}` }];
    case 'invalid_value': {
      const names = issue.values.map(String);
      const meant = typeof found === 'string' ? suggest(found, names) : '';
      return [{ path, message: `${describe(found)}; it must be ${names.join(', ')}${meant}` }];
    }
    case 'invalid_union': {
      // The branch that got furthest is the one that was meant.
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const [deepest] = branches.find((branch) => branch.some((inner) => inner.path.length > 0)) ?? [];
      if (deepest) return explain({ ...deepest, path: [...path, ...deepest.path] }, raw, schema);
      const said = branches.find(([inner]) => inner && inner.code !== 'invalid_type')?.[0];
      if (said && typeof found === 'string') return explain({ ...said, path }, raw, schema);
      const kinds = branches.flatMap(([inner]) => (inner?.code === 'invalid_type' ? [KINDS[inner.expected]] : []));
      return [{ path, message: `${describe(found)}; it must be ${kinds.filter(Boolean).join(' or ')}` }];
    }
    default:
      return [{ path, message: `${describe(found)} ${sayFormat(issue)}` }];
  }
}

function sayFormat(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return 'is too little: it must not be empty';
  if (issue.code === 'too_big') return `is too long: at most ${String(issue.maximum)}`;
  return issue.message ?? 'is not right';
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  null: 'nothing',
};

function must({ expected }: z.core.$ZodIssueInvalidType): string {
  return `it must be ${KINDS[expected] ?? expected}`;
}

function quote({ expected }: z.core.$ZodIssueInvalidType, found: unknown): string {
  return expected === 'string' && (typeof found === 'number' || typeof found === 'boolean') ? ', in quotes' : '';
}

/** What stands there: `"kritical"`, `a list`. */
function describe(found: unknown): string {
  if (found === null || found === undefined) return 'there is nothing here';
  if (Array.isArray(found)) return 'this is a list';
  if (typeof found === 'object') return 'here are keys with values';
  return typeof found === 'string' ? `"${shorten(found)}"` : `this is ${String(found)}`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function getAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let found = raw;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}

/** The keys that a schema knows at a path. */
function listKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of [...path, undefined]) {
    for (;;) {
      const { def } = at as { def?: { innerType?: unknown } };
      if (!def?.innerType) break;
      at = def.innerType;
    }
    if (key === undefined) break;
    const { shape, element, valueType } = at as Record<string, unknown>;
    at = (shape as Record<PropertyKey, unknown> | undefined)?.[key] ?? element ?? valueType ?? {};
  }
  return Object.keys((at as { shape?: object }).shape ?? {});
}
