/** A text, and where in it something is selected; `from` and `to` are the same for a caret. */
export interface Guess {
  text: string;
  from: number;
  to: number;
}

/** Both ends, as so many characters before them, line breaks not counted. A line break alone may be selected. */
export interface Selected {
  anchor: number;
  focus: number;
  isCaret: boolean;
}

/** Longest stretch that one press of Ctrl+Backspace may take. */
const LONGEST_WORD = 80;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What a draft may read and where its caret may be: several guesses, for the end of a line and the start of the next are one place
 * to whoever counts characters.
 */
export function placeCaret(text: string, { anchor, focus, isCaret }: Selected): Guess[] {
  const starts = listPlaces(text, Math.min(anchor, focus));
  if (isCaret) return starts.map((at) => ({ text, from: at, to: at }));
  const ends = listPlaces(text, Math.max(anchor, focus));
  return starts.flatMap((from) => ends.filter((to) => to > from).map((to) => ({ text, from, to })));
}

/** The places with so many characters before them, line breaks not counted. */
function listPlaces(text: string, characters: number): number[] {
  const places: number[] = [];
  let count = 0;
  for (let at = 0; at <= text.length && count <= characters; at++) {
    if (count === characters) places.push(at);
    if (text[at] !== '\n') count++;
  }
  return places;
}

/** After `words` were written in the place of what is selected. */
export function write(guesses: readonly Guess[], words: string): Guess[] {
  return guesses.map(({ text, from, to }) => {
    const at = from + words.length;
    return { text: text.slice(0, from) + words + text.slice(to), from: at, to: at };
  });
}

/** After Backspace (-1) or Delete (1). Of a character of several parts some editors take one part, others all. */
export function erase(guesses: readonly Guess[], by: -1 | 1): Guess[] {
  return distinct(
    guesses.flatMap((guess) => {
      const { text, from, to } = guess;
      if (from < to) return write([guess], '');
      const lengths = by < 0 ? listLastParts(text.slice(0, from)) : listFirstParts(text.slice(to));
      return lengths.map((length) => cut(text, by < 0 ? from - length : from, length));
    }),
  );
}

/** After Ctrl+Backspace (-1) or Ctrl+Delete (1): anything up to a word and its spaces is gone there. */
export function eraseWord(guesses: readonly Guess[], by: -1 | 1): Guess[] {
  return guesses.flatMap((guess) => {
    const { text, from, to } = guess;
    if (from < to) return write([guess], '');
    const most = Math.min(LONGEST_WORD, by < 0 ? from : text.length - to);
    return Array.from({ length: most + 1 }, (_, length) => cut(text, by < 0 ? from - length : from, length));
  });
}

function cut(text: string, at: number, length: number): Guess {
  return { text: text.slice(0, at) + text.slice(at + length), from: at, to: at };
}

function listLastParts(text: string): number[] {
  const last = [...graphemes.segment(text.slice(-20))].at(-1)?.segment ?? '';
  return [last.length, [...last].at(-1)?.length ?? 0];
}

function listFirstParts(text: string): number[] {
  const first = [...graphemes.segment(text.slice(0, 20))].at(0)?.segment ?? '';
  return [first.length, [...first].at(0)?.length ?? 0];
}

function distinct(guesses: readonly Guess[]): Guess[] {
  return [...new Map(guesses.map((guess) => [`${guess.from} ${guess.to} ${guess.text}`, guess])).values()];
}
