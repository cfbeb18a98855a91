import type { ReferenceRule } from '../../lib/packs/reference.ts';

/** What tells a rule from another that gives the same advice: `cant-focus/cannot-until` is "cannot until". */
export function getRuleName({ id }: ReferenceRule): string {
  return id.replace(/^[^/]*\//, '').replaceAll('-', ' ');
}

/** Which rule a button is for, to those who do not see where it stands. */
export function OfRule({ rule }: { rule: ReferenceRule }) {
  return (
    <span className="unseen" lang="en">
      {rule.message} ({getRuleName(rule)})
    </span>
  );
}
