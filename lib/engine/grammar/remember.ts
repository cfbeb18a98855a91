/** The answers that one function remembers, of which most are asked for again within the same sentence. */
const MOST = 400;

/** The same function, which asks the grammar once for the same words; what it returns is not to be changed. */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Answer;
    if (known.size >= MOST) known.clear();
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}
