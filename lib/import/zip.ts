import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { ImportError } from './files.ts';

/** Bytes; a style is a tenth of this. */
const LIMITS = { archive: 5_000_000, file: 500_000, all: 5_000_000, files: 2_000 } as const;
/** Bytes that are given to the unpacker at once: what they may grow to is looked at before the next. */
const STEP = 4_096;

/**
 * Unpacks the files of a ZIP archive whose names a test wants. What an archive says of its sizes is not believed: what comes
 * out is counted while it comes. Names are names only; nothing is written anywhere.
 *
 * @throws {ImportError} for an archive that is broken, or that unpacks to more than a style needs
 */
export function unpackZip(
  archive: Uint8Array,
  wants: (name: string) => boolean,
): { name: string; bytes: Uint8Array }[] {
  if (archive.length > LIMITS.archive)
    throw new ImportError(`the archive has ${archive.length} bytes; at most ${LIMITS.archive}`);
  const found: { name: string; bytes: Uint8Array }[] = [];
  let count = 0;
  let all = 0;
  const unzip = new Unzip((file) => {
    if (++count > LIMITS.files) throw new ImportError(`the archive holds more than ${LIMITS.files} files`);
    if (wants(file.name)) collect(file);
  });
  unzip.register(UnzipInflate);

  function collect(file: UnzipFile): void {
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw new ImportError(`the archive is broken at "${file.name}": ${error.message}`);
      size += chunk.length;
      all += chunk.length;
      if (size > LIMITS.file) throw new ImportError(`"${file.name}" unpacks to more than ${LIMITS.file} bytes`);
      if (all > LIMITS.all) throw new ImportError(`the archive unpacks to more than ${LIMITS.all} bytes`);
      chunks.push(chunk);
      if (isLast) found.push({ name: file.name, bytes: join(chunks, size) });
    };
    file.start();
  }

  try {
    for (let at = 0; at < archive.length; at += STEP)
      unzip.push(archive.subarray(at, at + STEP), at + STEP >= archive.length);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`the archive is broken: ${(error as Error).message}`);
  }
  if (count === 0) throw new ImportError('the archive holds no file, or is broken');
  return found;
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
