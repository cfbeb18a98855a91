/** A fault in a pack file, for people: plain JSON. */
export interface PackFault {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Where in the file it stands, as keys and places in lists: `['rules', 'no-widget-talk', 'phrases', 0]`. */
  path: PropertyKey[];
  /** What was found, and what would be right. */
  message: string;
}

/** A fault that ends the reading of a built-in pack. */
export class PackError extends Error {
  readonly fault: PackFault;
  constructor(fault: PackFault) {
    super(describeFault(fault));
    this.name = 'PackError';
    this.fault = fault;
  }
}

/** "house.yaml:3:7 what was found". */
export function describeFault({ file, line, column, message }: PackFault): string {
  return `${file}:${line}:${column} ${message}`;
}

/** What `compile` gives, or undefined where it throws a PackError, which is noted. */
export function collectFault<Value>(faults: PackFault[], compile: () => Value): Value | undefined {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    faults.push(error.fault);
    return undefined;
  }
}
