import { useId } from 'react';
import { i18n } from '#i18n';
import { isDay } from '../../lib/stats/days.ts';
import type { Range } from '../../lib/stats/range.ts';

interface DayFieldsProps {
  /** What the days are for. */
  label: string;
  range: Range;
  onChange(range: Range): void;
}

/** Two days of one's own. A field that is half written changes nothing. */
export function DayFields({ label, range, onChange }: DayFieldsProps) {
  const id = useId();
  return (
    <fieldset className="days">
      <legend className="unseen">{label}</legend>
      {(['from', 'to'] as const).map((end) => (
        <p key={end} className="choice">
          <label htmlFor={id + end}>{i18n.t(`stats.days.${end}`)}</label>
          <input
            id={id + end}
            className="field"
            type="date"
            required
            defaultValue={range[end]}
            onChange={({ target: { value } }) => isDay(value) && onChange({ ...range, [end]: value })}
          />
        </p>
      ))}
    </fieldset>
  );
}
