export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By its byte order mark, or by where the zeros of Latin letters stand in UTF-16. */
export function detectEncoding(head: Buffer): { encoding: Encoding; mark: number } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  const sample = [...head.subarray(0, 1000)];
  const [even = 0, odd = 0] = [0, 1].map((side) => sample.filter((byte, at) => byte === 0 && at % 2 === side).length);
  const many = sample.length / 4;
  if (odd > many && even === 0) return { encoding: 'utf-16le', mark: 0 };
  if (even > many && odd === 0) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

/** A whole file as text, without a byte order mark: PowerShell's `>` writes UTF-16. What is no UTF-8 is told by its signs. */
export function decodeFile(bytes: Buffer): string {
  const { encoding, mark } = detectEncoding(bytes);
  return new TextDecoder(encoding).decode(bytes.subarray(mark));
}
