import { i18n } from '#i18n';
import type { Severity } from '../../lib/engine/types.ts';
import type { PackFault } from '../../lib/packs/faults.ts';
import { Field } from './Field.tsx';

interface SeverityFieldProps {
  /** '' where nothing is said. */
  value: Severity | '';
  faults?: readonly PackFault[];
  /** What stands for nothing; without it there must be one. */
  empty?: string;
  onSet(severity: Severity | undefined): void;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How grave a rule is. */
export function SeverityField({ value, faults = [], empty, onSet }: SeverityFieldProps) {
  return (
    <Field label={i18n.t('workshop.severity')} faults={faults}>
      {(described) => (
        <select
          {...described}
          className="field"
          value={value}
          onChange={({ target }) => onSet(SEVERITIES.find((one) => one === target.value))}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`options.severity.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
