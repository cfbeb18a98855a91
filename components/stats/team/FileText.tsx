import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { writeCount } from '../numbers.ts';

/** Lines at a time: a year has thousands. */
const PAGE = 200;

/** Every line of a file, a page at a time. */
export function FileText({ text }: { text: string }) {
  const lines = useMemo(() => text.trimEnd().split('\n'), [text]);
  const [wanted, setFrom] = useState(0);
  const from = wanted < lines.length ? wanted : 0;
  const to = Math.min(from + PAGE, lines.length);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section className="scroll file" aria-label={i18n.t('teamFiles.share.preview')} tabIndex={0}>
        <pre translate="no">{lines.slice(from, to).join('\n')}</pre>
      </section>
      <p className="row">
        <span role="status" className="muted small">
          {i18n.t('teamFiles.share.lines', [writeCount(from + 1), writeCount(to), writeCount(lines.length)])}
        </span>
        {lines.length > PAGE && (
          <>
            <button type="button" className="button" disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
              {i18n.t('teamFiles.share.back')}
            </button>
            <button type="button" className="button" disabled={to === lines.length} onClick={() => setFrom(to)}>
              {i18n.t('teamFiles.share.next')}
            </button>
          </>
        )}
      </p>
    </>
  );
}
