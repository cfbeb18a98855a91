import { i18n } from '#i18n';
import type { CheckedFlag } from '../../lib/workshop/bench.ts';

/** A mark on the bench: the words, what the agent is told, and what is offered. */
export function BenchFlag({
  flag: { severity, span, message, rewrites },
  reply,
}: {
  flag: CheckedFlag;
  reply: string;
}) {
  return (
    <li>
      <p>
        <i className={`severity ${severity}`} role="img" aria-label={i18n.t(`options.severity.${severity}`)} />{' '}
        <q lang="en">{reply.slice(span.start, span.end)}</q>
      </p>
      <p className="small" lang="en">
        {message}
      </p>
      {rewrites.map(({ text }) => (
        <p key={text} className="corrected small" lang="en">
          <span className="unseen" lang={i18n.t('language')}>
            {i18n.t('workshop.offers')}{' '}
          </span>
          {text || i18n.t('workshop.takenOut')}
        </p>
      ))}
    </li>
  );
}
