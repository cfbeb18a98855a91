import { isUtf8 } from 'node:buffer';
import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { detectEncoding, type Encoding } from '../encoding.ts';
import { InputError } from '../streams.ts';

/** What is read of a file at a time. */
const PIECE = 64 * 1024;
/** So many bytes tell one file from another, and which encoding it has. */
export const HEAD = 64 * 1024;

/** A source of bytes as UTF-8, without a byte order mark, whatever it was written in. */
export interface Bytes {
  name: string;
  /** Of the file; undefined for standard input. */
  size: number | undefined;
  modified: number | undefined;
  /** Bytes as they are stored that were read so far. */
  consumed(): number;
  /** At least so many from the beginning, or all there are; they are given again by `read`. */
  peek(count: number): Promise<Buffer>;
  /** Everything from this byte on, once. */
  read(from: number): AsyncGenerator<Buffer>;
  /** No more is read; who waits for it is told so by an error. */
  close(): void;
}

/**
 * Opens a file, or standard input for "-".
 *
 * @throws {InputError} for a folder
 */
export function openBytes(source: string, input: Readable = process.stdin): Bytes {
  const stat = source === '-' ? undefined : statSync(source);
  if (stat?.isDirectory()) throw new InputError(`${source}: is a folder; name one file`);
  // A pipe with a name has no places to start from.
  const open = (start?: number) =>
    createReadStream(source, { ...(start !== undefined && { start }), highWaterMark: PIECE });
  let raw: Readable = stat ? open() : input;
  let consumed = 0;
  let encoding: Encoding | undefined;
  let mark = 0;
  const held: Buffer[] = [];
  let pieces = readPieces();

  async function* readRaw(): AsyncGenerator<Buffer> {
    for await (const piece of raw) {
      consumed += piece.length;
      yield piece;
    }
  }

  async function* readPieces(): AsyncGenerator<Buffer> {
    const reader = readRaw();
    let first = Buffer.alloc(0);
    while (first.length < HEAD) {
      const { done, value } = await reader.next();
      if (done) break;
      first = Buffer.concat([first, value]);
    }
    ({ encoding, mark } = detectEncoding(first));
    const rest = (async function* () {
      yield first.subarray(mark);
      yield* reader;
    })();
    if (encoding === 'utf-8') yield* rest;
    else yield* transcode(rest, encoding);
  }

  return {
    name: stat ? source : 'standard input',
    // A pipe with a name has no size.
    size: stat?.isFile() ? stat.size : undefined,
    modified: stat?.isFile() ? stat.mtimeMs : undefined,
    consumed: () => consumed,
    async peek(count) {
      let length = held.reduce((sum, piece) => sum + piece.length, 0);
      while (length < count) {
        const { done, value } = await pieces.next();
        if (done) break;
        held.push(value);
        length += value.length;
      }
      return Buffer.concat(held);
    },
    close: () => void raw.destroy(),
    async *read(from) {
      if (held.length === 0) held.push((await pieces.next()).value ?? Buffer.alloc(0));
      const length = held.reduce((sum, piece) => sum + piece.length, 0);
      if (stat?.isFile() && encoding === 'utf-8' && from > length) {
        raw.destroy();
        held.length = 0;
        consumed = from + mark;
        raw = open(from + mark);
        pieces = readRaw();
        from = 0;
      }
      for (let skip = from; ; ) {
        const piece = held.shift() ?? (await pieces.next()).value;
        if (piece === undefined) return;
        if (piece.length > skip) yield piece.subarray(skip);
        skip = Math.max(0, skip - piece.length);
      }
    },
  };
}

async function* transcode(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

const windows = new TextDecoder('windows-1252');

/** Bytes as text: UTF-8, or what Excel writes where they are none. */
export function decodeBytes(bytes: Buffer): { text: string; isLegacy: boolean } {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), isLegacy: false };
  return { text: windows.decode(bytes), isLegacy: true };
}
