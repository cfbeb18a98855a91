const PLURALS: { readonly [word: string]: string } = {
  person: 'people',
  reply: 'replies',
};

/** A number with its word, as people write them: "1 reply", "1,200 replies". */
export function tell(count: number, word: string): string {
  return `${tellNumber(count)} ${count === 1 ? word : (PLURALS[word] ?? `${word}s`)}`;
}

/** "1,200". */
export function tellNumber(count: number): string {
  return count.toLocaleString('en');
}
