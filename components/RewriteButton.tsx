import { i18n } from '#i18n';
import type { RewriteView } from '../lib/draft-link.ts';
import { Difference } from './Difference.tsx';
import { nameKey } from './name-key.ts';

/** One rewrite: pressing it puts it in the draft. */
export function RewriteButton({ rewrite, hint, onApply }: { rewrite: RewriteView; hint?: string; onApply(): void }) {
  return (
    <button type="button" className="rewrite" {...(hint && { 'aria-keyshortcuts': hint })} onClick={onApply}>
      <span className="unseen">
        {rewrite.text === '' ? (
          i18n.t('card.takeOut')
        ) : (
          <>
            {i18n.t('card.replaceWith')} <span lang="en">{rewrite.text}</span>
          </>
        )}
      </span>
      {rewrite.text === '' && <span aria-hidden="true">{i18n.t('card.takeOut')}: </span>}
      <Difference before={rewrite.before} after={rewrite.text} />
      {hint && (
        <span aria-hidden="true">
          <kbd>{nameKey(hint).join('+')}</kbd>
        </span>
      )}
    </button>
  );
}
