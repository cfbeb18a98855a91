import { i18n } from '#i18n';
import { Icon } from '../Icon.tsx';
import type { WrittenExample } from './examples.ts';
import { MarkedText } from './MarkedText.tsx';

interface ExampleProps {
  example: WrittenExample;
  onRetake(): void;
  onDrop(): void;
}

const SIGNS = { green: 'sign holds', red: 'sign fails', open: 'sign' } as const;
const ICONS = { green: 'check', red: 'close', open: 'search' } as const;

/** An example, green or red, and what happened instead. */
export function Example({ example: { kind, text, expected, problem, state }, onRetake, onDrop }: ExampleProps) {
  const ofThis = (
    <span className="unseen" lang="en">
      {text}
    </span>
  );
  return (
    <li>
      <span className={SIGNS[state]} role="img" aria-label={i18n.t(`workshop.examples.${state}`)}>
        <Icon name={ICONS[state]} />
      </span>
      <div className="example-words">
        <p className="muted small">{i18n.t(`workshop.examples.kinds.${kind}`)}</p>
        <p lang="en">{kind === 'wrong' ? <MarkedText text={text} /> : text}</p>
        {typeof expected === 'string' && (
          <p className="corrected" lang="en">
            <span className="unseen" lang={i18n.t('language')}>
              {i18n.t('workshop.offers')}{' '}
            </span>
            {expected || i18n.t('workshop.takenOut')}
          </p>
        )}
        {problem !== undefined && (
          <p className="problem">
            {i18n.t('workshop.examples.instead')} <span lang="en">{problem}</span>
          </p>
        )}
        {kind !== 'exception' && (
          <p className="row small">
            {state === 'red' && (
              <button type="button" className="button plain" onClick={onRetake}>
                {i18n.t('workshop.examples.retake')} {ofThis}
              </button>
            )}
            <button type="button" className="button plain" onClick={onDrop}>
              {i18n.t('options.remove')} {ofThis}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}
