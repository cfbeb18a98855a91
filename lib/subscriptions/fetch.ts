import { connect } from '../connect.ts';
import { isSafe } from './address.ts';
import type { Trouble } from './subscription.ts';

/** Bytes: the longest pack file, whatever its letters. */
export const MOST_BYTES = 600_000;
/** Milliseconds for all of it. */
export const PATIENCE = 10_000;

export interface PackQuestion {
  url: string;
  /** The server's mark for what is here already. */
  etag?: string;
  /** Refuses to go where the browser has no leave to read; without it, the server must let us. */
  needsLeave: boolean;
  /** Whether the browser lets us read this address, whatever its server says. */
  mayRead(url: URL): Promise<boolean>;
}

export type PackAnswer =
  | { kind: 'same' }
  | { kind: 'text'; text: string; sha256: string; etag?: string }
  | { kind: 'trouble'; trouble: Trouble };

export interface FetchParts {
  send?: (url: string, how: RequestInit) => Promise<Response>;
  patience?: number;
  mayBeLocal?: boolean;
}

/** Gets the file of a pack that is followed, and sends nothing but the question. Never throws: what went wrong is the answer. */
export async function fetchPack(question: PackQuestion, parts: FetchParts = {}): Promise<PackAnswer> {
  const { patience = PATIENCE } = parts;
  const signal = AbortSignal.timeout(patience);
  try {
    return await ask(question, signal, parts);
  } catch {
    if (signal.aborted) return toTrouble({ kind: 'slow', after: patience });
    return toTrouble(await findReason(question, parts));
  }
}

async function ask(
  { url, etag, needsLeave, mayRead }: PackQuestion,
  signal: AbortSignal,
  parts: FetchParts,
): Promise<PackAnswer> {
  const asked = new URL(url);
  const isOpen = await mayRead(asked);
  if (!isSafe(asked, parts.mayBeLocal) || (needsLeave && !isOpen)) return toTrouble({ kind: 'denied' });
  // Where we have no leave, a header of ours would need the server's yes beforehand: the browser's cache asks in its own way.
  const how: RequestInit =
    isOpen && etag ? { headers: { 'If-None-Match': etag }, cache: 'no-store' } : { cache: 'no-cache' };
  const response = await (parts.send ?? connect)(url, { ...how, redirect: 'follow', signal });
  const end = new URL(response.url || url);
  if (end.origin !== asked.origin && !(isSafe(end, parts.mayBeLocal) && (await mayRead(end))))
    return leave(response, { kind: 'moved', to: end.origin });
  if (response.status === 304) return { kind: 'same' };
  if (!response.ok) return leave(response, { kind: 'status', status: response.status });
  const bytes = await readBytes(response);
  if (!bytes) return toTrouble({ kind: 'large', most: MOST_BYTES });
  const text = readText(bytes);
  if (text === undefined) return toTrouble({ kind: 'noText' });
  const mark = response.headers.get('etag');
  return { kind: 'text', text, sha256: await getSha256(bytes), ...(mark && { etag: mark }) };
}

/** The browser says only that it did not work. Asking in another way tells more. */
async function findReason(
  { url, needsLeave }: PackQuestion,
  { send: by = connect, patience = PATIENCE }: FetchParts,
): Promise<Trouble> {
  const attempt = (how: RequestInit) =>
    by(url, { cache: 'no-store', signal: AbortSignal.timeout(patience), ...how }).catch(() => undefined);
  const first = await attempt({ redirect: 'manual' });
  await first?.body?.cancel();
  if (first && (first.type === 'opaqueredirect' || (first.status >= 300 && first.status < 400)))
    return { kind: 'moved' };
  if (!needsLeave && (await attempt({ mode: 'no-cors' }))) return { kind: 'cors' };
  return { kind: 'offline' };
}

/** Undefined when it is too long; what is too long is not waited for. */
async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const told = Number(response.headers.get('content-length'));
  if (told > MOST_BYTES || !response.body) return response.body?.cancel().then(() => undefined);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) return reader.cancel().then(() => undefined);
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

/** UTF-8 to the byte, so that its hash stays that of the file. */
function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

async function getSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function leave(response: Response, trouble: Trouble): Promise<PackAnswer> {
  await response.body?.cancel();
  return toTrouble(trouble);
}

function toTrouble(trouble: Trouble): PackAnswer {
  return { kind: 'trouble', trouble };
}
