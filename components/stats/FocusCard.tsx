import { i18n } from '#i18n';
import type { Day } from '../../lib/stats/counts.ts';
import type { Focus } from '../../lib/stats/focus.ts';
import { MarkedText } from '../workshop/MarkedText.tsx';
import { writeCount, writeDay, writeRate } from './numbers.ts';
import type { RuleNames } from './rule-names.ts';

/** More would be a lesson, not a focus. */
const EXAMPLES = 3;

interface FocusCardProps {
  focus: Focus | undefined;
  names: RuleNames;
  /** The Monday of the week that it is of, where that is not this one. */
  past: Day | undefined;
}

/** The one habit of a week: which, why this one, and the rule's own examples. */
export function FocusCard({ focus, names, past }: FocusCardProps) {
  const title = past === undefined ? i18n.t('stats.focus.title') : i18n.t('stats.focus.past', [writeDay(past)]);
  const rule = focus && names.find(focus.rule);
  if (!focus || !rule)
    return (
      <section className="focus panel">
        <h2>{title}</h2>
        <p className="muted">{i18n.t('stats.focus.none')}</p>
      </section>
    );
  const { flagged, sent, late, rate, trend } = focus.reason;
  return (
    <section className="focus panel">
      <h2>{title}</h2>
      <p className="message" lang="en">
        {rule.message}
      </p>
      <p className="muted">
        {i18n.t('stats.focus.reason', [writeCount(flagged), writeCount(sent), writeCount(late), writeRate(rate)])}
        {trend && ` ${i18n.t(`stats.focus.${trend}`)}`}
      </p>
      <p lang="en">{rule.why}</p>
      <ul lang="en">
        {rule.wrong.slice(0, EXAMPLES).map(({ text, corrected }) => (
          <li key={text}>
            <p>
              <MarkedText text={text} />
            </p>
            {corrected !== null && (
              <p className="corrected">
                <span aria-hidden="true">→ </span>
                <span className="unseen" lang={i18n.t('language')}>
                  {i18n.t('stats.focus.instead')}{' '}
                </span>
                {corrected || <span lang={i18n.t('language')}>{i18n.t('stats.replaced.takenOut')}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
