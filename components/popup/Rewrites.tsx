import { i18n } from '#i18n';
import type { FlagReport, RewriteView } from '../../lib/draft-link.ts';
import type { DraftStore } from '../../lib/stores/draft.ts';
import { RewriteButton } from '../RewriteButton.tsx';

export interface RewritesProps {
  flag: FlagReport;
  /** The reply box did not take one: each can be copied. */
  mustCopy: boolean;
  onApply: DraftStore['apply'];
  onCopy(text: string): void;
}

/** What could stand there instead: the best in sight, the others on demand. */
export function Rewrites({ flag, mustCopy, onApply, onCopy }: RewritesProps) {
  const { rewrites } = flag;
  if (rewrites === 'loading')
    return (
      <p className="loading">
        <span className="unseen">{i18n.t('card.loading')}</span>
      </p>
    );
  if (rewrites === 'unavailable') return <p className="small muted">{i18n.t('card.unavailable')}</p>;
  const [first, ...others] = rewrites;
  if (!first) return <p className="small muted">{i18n.t('card.none')}</p>;
  const show = (rewrite: RewriteView, index: number) => (
    <div className="choice" key={rewrite.text}>
      <RewriteButton rewrite={rewrite} onApply={() => onApply(flag, index, rewrite.text)} />
      {mustCopy && (
        <button type="button" className="button" onClick={() => onCopy(rewrite.text)}>
          {i18n.t('card.copy')}
        </button>
      )}
    </div>
  );
  return (
    <>
      {show(first, 0)}
      {others.length > 0 && (
        <details className="others">
          <summary>{i18n.t('popup.others', others.length)}</summary>
          {others.map((rewrite, index) => show(rewrite, index + 1))}
        </details>
      )}
    </>
  );
}
