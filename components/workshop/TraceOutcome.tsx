import { i18n } from '#i18n';
import type { Outcome } from '../../lib/workshop/trace.ts';

/** What became of a match: a mark with its rewrites, or what kept it quiet. */
export function TraceOutcome({ outcome }: { outcome: Outcome }) {
  switch (outcome.kind) {
    case 'silenced':
      return (
        <p>
          {i18n.t('workshop.trace.silenced')} <code lang="en">{outcome.by}</code>
          {outcome.told && <span lang="en"> ({outcome.told})</span>}
        </p>
      );
    case 'yields':
      return <p>{i18n.t('workshop.trace.yields', [outcome.to])}</p>;
    case 'again':
      return <p>{i18n.t('workshop.trace.again')}</p>;
    case 'flagged':
      return (
        <>
          <p>{i18n.t('workshop.trace.flagged', [i18n.t(`options.severity.${outcome.severity}`)])}</p>
          <ul>
            {outcome.attempts.map(({ template, text, fault }) => (
              <li key={template}>
                {text === undefined ? (
                  <>
                    {i18n.t('workshop.trace.leftOut')} <code lang="en">{template}</code>: <span lang="en">{fault}</span>
                  </>
                ) : (
                  <>
                    <span lang="en">{text || i18n.t('workshop.takenOut')}</span> {i18n.t('workshop.trace.from')}{' '}
                    <code lang="en">{template}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      );
  }
}
