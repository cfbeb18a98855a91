import { Fragment } from 'react';
import { i18n } from '#i18n';
import { diffWords } from './diff.ts';

/** What a rewrite changes: struck out and underlined, and said in words to those who do not see it. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <span className="difference">
      {diffWords(before, after).map(({ kind, text }, index) => {
        const key = `${index} ${text}`;
        if (kind === 'same') return <Fragment key={key}>{withBlanks(text)}</Fragment>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        const words = text.trimEnd();
        return (
          <Fragment key={key}>
            <Tag>
              <span className="unseen" lang={i18n.t('language')}>
                {i18n.t(kind === 'removed' ? 'card.removed' : 'card.added')}{' '}
              </span>
              {withBlanks(words)}
            </Tag>
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
