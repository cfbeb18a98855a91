import { unpackZip } from './zip.ts';

/** A file from outside, from a folder, a picker or a drop: its bytes, or its text. */
export interface ImportFile {
  /** With its folders, as far as they are known: `styles/Acme/Terms.yml`. Never used to open anything. */
  name: string;
  bytes?: Uint8Array;
  text?: string;
}

export interface TextFile {
  name: string;
  text: string;
}

/** Something about what was given to import that its giver can mend. */
export class ImportError extends Error {}

/**
 * The text files of these that a test wants by their names; those in ZIP archives too.
 *
 * @throws {ImportError} for an archive that is broken or too large
 */
export function openFiles(files: readonly ImportFile[], wants: (name: string) => boolean): TextFile[] {
  return files.flatMap(({ name, bytes, text }): TextFile[] => {
    if (bytes && isZip(bytes)) return unpackZip(bytes, wants).map((inner) => ({ ...inner, text: decode(inner.bytes) }));
    if (!wants(name)) return [];
    return [{ name, text: text ?? decode(bytes ?? new Uint8Array()) }];
  });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
