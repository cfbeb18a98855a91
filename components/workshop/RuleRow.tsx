import { i18n } from '#i18n';
import type { Draft } from '../../lib/stores/workshop.ts';
import type { RuleOutline } from './outline.ts';
import { toHash } from './route.ts';

interface RuleRowProps {
  draft: Draft;
  rule: RuleOutline;
  red?: number | undefined;
  /** How often it was flagged in this browser. */
  fired?: number;
}

/** A rule in a list: how grave it is, what it says, and the way to it. */
export function RuleRow({ draft, rule, red, fired = 0 }: RuleRowProps) {
  return (
    <li className="rule-row">
      <i className={`severity ${rule.severity}`} role="img" aria-label={i18n.t(`options.severity.${rule.severity}`)} />
      <a className="rule-link" href={toHash(draft.key, 'rules', rule.name)} lang="en">
        {rule.message || rule.phrases[0] || rule.name}
      </a>
      <small className="muted" lang="en">
        {rule.name}
      </small>
      {fired > 0 && <small className="muted">{i18n.t('counting.fired', fired)}</small>}
      {red !== undefined && (
        <span className={red > 0 ? 'red' : 'green'}>
          {red > 0 ? i18n.t('workshop.redCount', red) : i18n.t('workshop.green')}
        </span>
      )}
    </li>
  );
}
