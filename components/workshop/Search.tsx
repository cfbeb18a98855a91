import { useId } from 'react';
import { i18n } from '#i18n';
import type { Severity } from '../../lib/engine/types.ts';

/** What is looked for; '' for anything. */
export interface Sought {
  query: string;
  severity: Severity | '';
  /** A pack's id, which is also the category of its marks. */
  pack: string;
}

interface SearchProps {
  sought: Sought;
  packs: readonly { id: string; name: string }[];
  /** How many rules were found. */
  count: number;
  onChange(sought: Sought): void;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Looks for rules by words, by severity and by pack. */
export function Search({ sought, packs, count, onChange }: SearchProps) {
  const id = useId();
  return (
    <search className="seek">
      <div className="labelled">
        <label htmlFor={`${id}-words`}>{i18n.t('options.rules.search')}</label>
        <input
          id={`${id}-words`}
          type="search"
          className="field"
          value={sought.query}
          onChange={({ target }) => onChange({ ...sought, query: target.value })}
        />
      </div>
      <div className="labelled">
        <label htmlFor={`${id}-severity`}>{i18n.t('workshop.severity')}</label>
        <select
          id={`${id}-severity`}
          className="field"
          value={sought.severity}
          onChange={({ target }) => onChange({ ...sought, severity: target.value as Sought['severity'] })}
        >
          <option value="">{i18n.t('workshop.any')}</option>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`options.severity.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="labelled">
        <label htmlFor={`${id}-pack`}>{i18n.t('workshop.category')}</label>
        <select
          id={`${id}-pack`}
          className="field"
          value={sought.pack}
          onChange={({ target }) => onChange({ ...sought, pack: target.value })}
        >
          <option value="">{i18n.t('workshop.any')}</option>
          {packs.map((pack, at) => (
            <option key={at} value={pack.id}>
              {pack.name}
            </option>
          ))}
        </select>
      </div>
      <p role="status" className="muted small">
        {i18n.t('options.rules.found', count)}
      </p>
    </search>
  );
}
