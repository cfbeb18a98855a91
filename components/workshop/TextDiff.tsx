import { i18n } from '#i18n';
import { compareLines } from '../../lib/workshop/difference.ts';

const SIGNS = { added: '+', gone: '−', same: ' ', folded: ' ' } as const;

/** What changed in a file, line by line, with a sign before each line that came or went. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const lines = compareLines(before, after);
  if (lines.length === 0) return <p className="muted small">{i18n.t('workshop.versions.same')}</p>;
  return (
    <ul className="text-diff" aria-label={i18n.t('workshop.versions.what')}>
      {lines.map(({ kind, count, text }, at) => (
        <li key={at} className={kind}>
          {kind === 'folded' ? (
            i18n.t('workshop.versions.folded', count)
          ) : (
            <>
              <span className="diff-sign" aria-hidden="true">
                {SIGNS[kind]}
              </span>
              {kind !== 'same' && <span className="unseen">{i18n.t(`workshop.versions.${kind}`)} </span>}
              <code lang="en">{text}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
