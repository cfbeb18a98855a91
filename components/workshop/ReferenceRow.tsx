import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { ReferenceRule } from '../../lib/packs/reference.ts';

/** A rule that is written elsewhere: how grave it is, what it says, and the way to its page. */
export function ReferenceRow({ rule, children }: { rule: ReferenceRule; children?: ReactNode }) {
  return (
    <li className="rule-row">
      <i className={`severity ${rule.severity}`} role="img" aria-label={i18n.t(`options.severity.${rule.severity}`)} />
      <a className="rule-link" href={`#rules/${rule.id}`} lang="en">
        {rule.message}
      </a>
      <small className="muted">{rule.id}</small>
      {children}
    </li>
  );
}
