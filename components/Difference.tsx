import { Fragment } from 'react';
import { diffWords } from './diff.ts';

/** What a rewrite changes, for the eye: struck out and underlined. Whoever listens hears the new words alone. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <span className="difference" aria-hidden="true" dir="auto">
      {diffWords(before, after).map(({ kind, text }, index) => {
        const key = `${index} ${text}`;
        if (kind === 'same') return <Fragment key={key}>{withBlanks(text)}</Fragment>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        const words = text.trimEnd();
        return (
          <Fragment key={key}>
            <Tag>{withBlanks(words)}</Tag>
            {text.slice(words.length) || (kind === 'removed' && ' ')}
          </Fragment>
        );
      })}
    </span>
  );
}

/** Blanks stand out: they are what the agent still has to fill in. */
function withBlanks(text: string) {
  return text.split(/(\[[^\]]+\])/).map((part, index) =>
    part.startsWith('[') ? (
      <span className="blank" key={index}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
