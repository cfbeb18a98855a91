import { i18n } from '#i18n';
import type { CardActions } from '../lib/composer/view.ts';

/**
 * The ways to be left alone, from this once to for good. They are not seen before the rewrites, which move them: the first
 * button is a rewrite's, and nobody who reaches for one of them gets another.
 */
export function Choices({ actions, mustWait }: { actions: CardActions; mustWait: boolean }) {
  return (
    <fieldset disabled={mustWait}>
      <legend className="unseen">{i18n.t('card.more')}</legend>
      <button type="button" onClick={actions.ignore}>
        {i18n.t('card.ignore')}
      </button>
      <button type="button" onClick={actions.ignorePhrase}>
        {i18n.t('card.ignorePhrase')}
      </button>
      <button type="button" onClick={actions.switchOff}>
        {i18n.t('card.switchOff')}
      </button>
    </fieldset>
  );
}
