import { i18n } from '#i18n';
import type { Done } from '../../lib/stores/draft.ts';

/** Says what was done to those who do not see it; what went wrong is said where it did. */
export function Said({ last }: { last: Done | undefined }) {
  return (
    <p className="unseen" role="status">
      {last?.end === 'applied' && <span key={last.count}>{i18n.t('popup.applied', [last.text])}</span>}
      {last?.end === 'ignored' && <span key={last.count}>{i18n.t('popup.ignored', [last.phrase])}</span>}
    </p>
  );
}
