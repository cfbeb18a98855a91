import { i18n } from '#i18n';
import type { RewriteView } from '../lib/draft-link.ts';
import { Difference } from './Difference.tsx';

/** One rewrite: pressing it puts it in the draft. */
export function RewriteButton({ rewrite, hint, onApply }: { rewrite: RewriteView; hint?: string; onApply(): void }) {
  return (
    <button
      type="button"
      className="rewrite"
      // Its name is said as one, and most of that is the rewrite.
      lang="en"
      aria-label={`${i18n.t('card.replaceWith')} ${rewrite.text}`}
      {...(hint && { 'aria-keyshortcuts': hint })}
      onClick={onApply}
    >
      <Difference before={rewrite.before} after={rewrite.text} />
      {hint && <kbd>{hint}</kbd>}
    </button>
  );
}
