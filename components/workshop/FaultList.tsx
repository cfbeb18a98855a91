import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import type { Draft } from '../../lib/stores/workshop.ts';
import { toHash } from './route.ts';

interface FaultListProps {
  faults: readonly PackFault[];
  /** Whose lines the places lead to; without one they lead nowhere. */
  draft?: Draft;
}

/** Faults of a pack's file by their lines. */
export function FaultList({ faults, draft }: FaultListProps) {
  if (faults.length === 0) return null;
  return (
    <ul className="reds">
      {faults.map((fault) => {
        const place = i18n.t('workshop.place', [String(fault.line), String(fault.column)]);
        return (
          <li key={`${fault.line} ${fault.column} ${fault.message}`}>
            {draft ? <a href={toPlace(draft, fault)}>{nameRule(fault) ?? place}</a> : place}:{' '}
            <span lang="en">{fault.message}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The rule's own page, where its fields are; the line of the file for the rest. */
function toPlace(draft: Draft, fault: PackFault): string {
  const rule = nameRule(fault);
  return rule === undefined ? toHash(draft.key, 'yaml', String(fault.line)) : toHash(draft.key, 'rules', rule);
}

function nameRule({ path: [part, name] }: PackFault): string | undefined {
  return part === 'rules' && name !== undefined ? String(name) : undefined;
}
