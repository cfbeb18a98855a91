import { useState } from 'react';

export interface Field {
  value: string;
  onChange(event: { target: { value: string } }): void;
}

/**
 * A field for a value that is written otherwise than it is typed: what was typed stays as long as it means the value, so that
 * neither a space at the end nor an empty line is taken from under the caret.
 */
export function useField<Value>(
  value: Value,
  { read, write, onSet }: { read(text: string): Value; write(value: Value): string; onSet(value: Value): void },
): Field {
  const [typed, setTyped] = useState(() => write(value));
  const isSame = JSON.stringify(read(typed)) === JSON.stringify(value);
  return {
    value: isSame ? typed : write(value),
    onChange({ target }) {
      setTyped(target.value);
      onSet(read(target.value));
    },
  };
}

/** One phrase or rewrite a line. */
export const lines = {
  read: (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  write: (list: readonly string[]) => list.join('\n'),
};

export const words = { read: (text: string) => text.trim().replace(/\s*\n\s*/g, ' '), write: (text: string) => text };
