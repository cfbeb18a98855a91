import { i18n } from '#i18n';
import type { CardActions } from '../lib/composer/view.ts';

interface ChoicesProps {
  actions: CardActions;
  mustWait: boolean;
  lockedBy: string | undefined;
}

/**
 * The ways to be left alone, from this once to for good. They are not seen before the rewrites, which move them: the first
 * button is a rewrite's, and nobody who reaches for one of them gets another.
 */
export function Choices({ actions, mustWait, lockedBy }: ChoicesProps) {
  return (
    <fieldset disabled={mustWait}>
      <legend className="unseen">{i18n.t('card.more')}</legend>
      <button type="button" onClick={actions.ignore}>
        {i18n.t('card.ignore')}
      </button>
      {lockedBy === undefined ? (
        <>
          <button type="button" onClick={actions.ignorePhrase}>
            {i18n.t('card.ignorePhrase')}
          </button>
          <button type="button" onClick={actions.switchOff}>
            {i18n.t('card.switchOff')}
          </button>
        </>
      ) : (
        <p className="note">
          {i18n.t('team.locked')} <span dir="auto">{lockedBy}</span>
        </p>
      )}
    </fieldset>
  );
}
