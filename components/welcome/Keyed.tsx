import { Fragment } from 'react';

/** Around a key's name in a sentence; never seen. */
const FENCE = '\u2063';

/** A key's name to be set into a sentence. */
export function fence(key: string): string {
  return `${FENCE}${key}${FENCE}`;
}

/** A sentence whose fenced words are keys. */
export function Keyed({ words }: { words: string }) {
  return words.split(FENCE).map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? <kbd key={key}>{part}</kbd> : <Fragment key={key}>{part}</Fragment>;
  });
}
