/** Why a server did not take or answer what it was asked. */
export type ServerTrouble =
  /** The browser has no leave to reach the server's origin. */
  | { kind: 'noLeave' }
  /** Not there, a wrong address, or a certificate that the browser does not trust: it does not say which. */
  | { kind: 'offline' }
  | { kind: 'slow' }
  /** It knows no such user, or not with this password. */
  | { kind: 'password' }
  /** The user may not do this: insert, or read. */
  | { kind: 'refused' }
  | { kind: 'noDatabase' }
  | { kind: 'noTable' }
  /** Its table has other columns than those of our rows. */
  | { kind: 'columns' }
  /** What answers is no ClickHouse: a page to sign in, another site. */
  | { kind: 'stranger' }
  /** It says something else: its first words. */
  | { kind: 'other'; said: string };

/** A server did not do what it was asked for. */
export class ServerFailure extends Error {
  readonly trouble: ServerTrouble;
  constructor(trouble: ServerTrouble) {
    super(JSON.stringify(trouble));
    this.trouble = trouble;
  }
}

/** The server's own numbers, which have been the same since its first public version. */
const CODES: Readonly<Record<number, Exclude<ServerTrouble['kind'], 'other'>>> = {
  16: 'columns',
  27: 'columns',
  47: 'columns',
  53: 'columns',
  60: 'noTable',
  81: 'noDatabase',
  117: 'columns',
  159: 'slow',
  164: 'refused',
  192: 'password',
  193: 'password',
  194: 'password',
  291: 'refused',
  497: 'refused',
  516: 'password',
};
const LONGEST = 200;

/** What the server's client has thrown, as what went wrong. */
export function readTrouble(error: unknown): ServerTrouble {
  if (error instanceof ServerFailure) return error.trouble;
  const said = error instanceof Error ? error.message : String(error);
  if (/timeout error/i.test(said)) return { kind: 'slow' };
  if (error instanceof TypeError) return { kind: 'offline' };
  // A page where its words should be.
  if (error instanceof SyntaxError || /^\s*</.test(said)) return { kind: 'stranger' };
  const own = (error as { code?: unknown } | null)?.code;
  // Of old servers the client does not read the number.
  const code = typeof own === 'string' ? own : /\bCode: (\d+)/.exec(said)?.[1];
  const kind = CODES[Number(code)];
  return kind ? { kind } : { kind: 'other', said: said.slice(0, LONGEST) };
}

/** The trouble that a message of the worker carries; undefined for any other error. */
export function findTrouble(error: unknown): ServerTrouble | undefined {
  const [json] = /\{"kind":.*\}$/s.exec(error instanceof Error ? error.message : '') ?? [];
  try {
    return json === undefined ? undefined : (JSON.parse(json) as ServerTrouble);
  } catch {
    return undefined;
  }
}
