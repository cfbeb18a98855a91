import { isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

/** A fault in a pack's file, with the place where a person can mend it. Lines and columns count from 1. */
export class PackError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  constructor(file: string, line: number, column: number, message: string) {
    super(`${file}:${line}:${column} ${message}`);
    this.name = 'PackError';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

export interface Located<Value> {
  value: Value;
  /** A fault at the place of a path in the file. */
  fault(path: readonly PropertyKey[], message: string): PackError;
}

const MAX_BYTES = 200_000;

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
  const lines = new LineCounter();
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return new PackError(file, Math.max(1, line), Math.max(1, col), message);
  };
  if (source.length > MAX_BYTES) throw at(0, `is ${source.length} characters long; at most ${MAX_BYTES}`);
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, merge: false });
  const broken = document.errors[0];
  if (broken) throw at(broken.pos[0], broken.message.split('\n')[0] ?? 'is no YAML');
  visit(document, (_, node) => {
    if (isAlias(node)) throw at(node.range?.[0] ?? 0, `"*${node.source}": aliases are refused, write it out`);
  });
  const fault = (path: readonly PropertyKey[], message: string) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return at(node.range[0], message);
    }
    return at(0, message);
  };
  const parsed = schema.safeParse(document.toJS());
  const issue = parsed.success ? undefined : parsed.error.issues[0];
  if (issue) throw fault(issue.path, `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  return { value: parsed.data as z.output<Schema>, fault };
}
