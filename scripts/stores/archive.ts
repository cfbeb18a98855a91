import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A file of an archive: its path with `/`, and what is in it. */
export interface Entry {
  path: string;
  content: Buffer;
}

/** 1 January 1980, 0:00, the first moment that the format knows: an archive tells what is in it, not when it was made. */
const DATE = 0x0021;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATE = 8;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;

/** Makes a zip archive: the same files give the same bytes, in whatever order they come. */
export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = Buffer.from(path, 'utf8');
    const data = deflateRawSync(content, { level: 9 });
    const shared = writeShared({ content, data, name });
    parts.push(record(LOCAL, LOCAL_SIZE, [[4, shared]]), name, data);
    const entry = record(CENTRAL, CENTRAL_SIZE, [[6, shared]]);
    entry.writeUInt16LE(VERSION, 4);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += LOCAL_SIZE + name.length + data.length;
  }
  const end = record(END, END_SIZE, []);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** What a file's own header and its line in the directory have in common, from the version on. */
function writeShared({ content, data, name }: { content: Buffer; data: Buffer; name: Buffer }): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(VERSION, 0);
  shared.writeUInt16LE(UTF8, 2);
  shared.writeUInt16LE(DEFLATE, 4);
  shared.writeUInt16LE(DATE, 8);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  return shared;
}

function record(signature: number, size: number, parts: readonly [number, Buffer][]): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeUInt32LE(signature, 0);
  for (const [at, part] of parts) part.copy(buffer, at);
  return buffer;
}

/**
 * Reads an archive that `zip` made.
 *
 * @throws {Error} when it is no such archive, or a file in it is not what was put there
 */
export function unzip(archive: Buffer): Entry[] {
  const end = archive.length - END_SIZE;
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('This is no archive of ours.');
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const size = archive.readUInt32LE(at + 20);
    const nameSize = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize);
    const start = archive.readUInt32LE(at + 42) + LOCAL_SIZE + nameSize;
    const content = inflateRawSync(archive.subarray(start, start + size));
    if (crc32(content) !== archive.readUInt32LE(at + 16)) throw new Error(`${path} is damaged.`);
    at += CENTRAL_SIZE + nameSize;
    return { path, content };
  });
}
