import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import type { Draft } from '../../lib/stores/workshop.ts';
import { toHash } from './route.ts';
import { sayLack } from './say-lack.ts';

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
        const lack = draft && sayLack(draft.text, fault);
        return (
          <li key={`${fault.line} ${fault.column} ${fault.message}`}>
            {draft ? <a href={toPlace(draft, fault)}>{nameRule(fault) ?? place}</a> : place}:{' '}
            {lack ? <span>{lack}</span> : <span lang="en">{fault.message}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The page of the rule or the change, where its fields are; the line of the file for the rest. */
function toPlace(draft: Draft, fault: PackFault): string {
  const name = nameRule(fault);
  if (name === undefined) return toHash(draft.key, 'yaml', String(fault.line));
  return toHash(draft.key, fault.path[0] === 'rules' ? 'rules' : 'changes', name);
}

/** A rule of the pack by its name, one that it changes by its id. */
function nameRule({ path: [part, name] }: PackFault): string | undefined {
  return (part === 'rules' || part === 'changes') && name !== undefined ? String(name) : undefined;
}
