import { useId } from 'react';
import { i18n } from '#i18n';
import type { CardActions, CardView } from '../lib/composer/view.ts';
import { Choices } from './Choices.tsx';
import { joinWords } from './language.ts';
import { RewriteButton } from './RewriteButton.tsx';

/** What is marked and why, what could stand there instead, and the ways to be left alone. */
export function Card({ view, actions }: { view: CardView; actions: CardActions }) {
  const id = useId();
  const { phrase, category, also, severity, message, why, position, rewrites, notice, canIgnore, lockedBy, applyKey } =
    view;
  const list = Array.isArray(rewrites) ? (rewrites as Exclude<typeof rewrites, string>) : [];
  // The rules are in English whatever the interface is; a blank's advice is of the interface.
  const lang = canIgnore ? 'en' : undefined;
  const mustCopy = notice !== undefined && notice !== 'moved';
  return (
    <div
      role="dialog"
      tabIndex={-1}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-message ${id}-why${also.length > 0 ? ` ${id}-also` : ''}${view.isFaded ? ` ${id}-faded` : ''}`}
      className="card"
    >
      <div className="head">
        <i className={severity} aria-hidden="true" />
        <h2 id={`${id}-name`}>
          <span lang={lang}>{category}</span>
          <span className="unseen" lang="en">
            : “{phrase}”
          </span>
        </h2>
        {also.length > 0 && (
          <span id={`${id}-also`} className="also">
            {i18n.t('card.also')} <span lang="en">{joinWords(also)}</span>
          </span>
        )}
        {position.count > 1 && (
          <span className="position">{i18n.t('card.position', [String(position.index), String(position.count)])}</span>
        )}
      </div>
      <p id={`${id}-message`} className="message" lang={lang} dir="auto">
        {message}
      </p>
      {list.length > 0 && (
        <ul aria-label={i18n.t('card.rewrites')}>
          {list.map((rewrite, index) => (
            <li key={rewrite.text}>
              <RewriteButton
                rewrite={rewrite}
                {...(index === 0 && applyKey && { hint: applyKey })}
                onApply={() => actions.apply(rewrite.text)}
              />
              {mustCopy && (
                <button type="button" className="copy" onClick={() => actions.copy(rewrite.text)}>
                  {i18n.t('card.copy')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {rewrites === 'loading' && (
        <p className="loading">
          <span className="unseen">{i18n.t('card.loading')}</span>
        </p>
      )}
      {rewrites === 'unavailable' && <p className="note">{i18n.t('card.unavailable')}</p>}
      {Array.isArray(rewrites) && rewrites.length === 0 && canIgnore && <p className="note">{i18n.t('card.none')}</p>}
      {notice && (
        <p className={notice === 'copied' ? 'note' : 'note warn'} role="status">
          {i18n.t(`card.${notice}`)}
        </p>
      )}
      <p id={`${id}-why`} className="why" lang={lang} dir="auto">
        {why}
      </p>
      {view.isFaded && (
        <p className="note">
          <span id={`${id}-faded`}>{i18n.t('mastered.why')}</span>{' '}
          <button type="button" className="copy" disabled={rewrites === 'loading'} onClick={actions.showInFull}>
            {i18n.t('mastered.showInFull')}
          </button>
        </p>
      )}
      {canIgnore && <Choices actions={actions} mustWait={rewrites === 'loading'} lockedBy={lockedBy} />}
    </div>
  );
}
