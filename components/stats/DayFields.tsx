import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Day } from '../../lib/stats/counts.ts';
import { isDay } from '../../lib/stats/days.ts';
import type { Range } from '../../lib/stats/range.ts';
import { writeDay } from './numbers.ts';

interface DayFieldsProps {
  /** What the days are for. */
  label: string;
  range: Range;
  /** The first day with a count, where there is one. */
  first: Day | undefined;
  today: Day;
  /** Only days that can be asked for come here: whole ones, in their order, none yet to come. */
  onChange(range: Range): void;
}

type End = keyof Range;
/** What is in the fields: a day, or `''` for one that is not whole. */
type Written = Record<End, string>;

const ENDS = ['from', 'to'] as const;
/** Before it nothing can have been counted: a year of which not all digits are written. */
const EARLIEST = '2020-01-01';

/** Two days of one's own. What cannot be asked for is said below its field, and changes nothing. */
export function DayFields({ label, range, first, today, onChange }: DayFieldsProps) {
  const id = useId();
  const [written, setWritten] = useState<Written>(range);
  /** A day that is still being written is not yet wrong. */
  const [writing, setWriting] = useState<End>();
  const change = (end: End, day: string) => {
    const now = { ...written, [end]: day };
    setWritten(now);
    setWriting(end);
    if (ENDS.every((one) => !findFault(one, now, today))) onChange(now);
  };
  const tell = (end: End) => {
    const fault = findFault(end, written, today);
    if (fault === 'half' && writing === end) return '';
    if (fault) return i18n.t(`stats.days.${fault}`);
    return first && end === 'to' && written.to < first ? i18n.t('stats.days.before', [writeDay(first)]) : '';
  };
  return (
    <fieldset className="days">
      <legend className="unseen">{label}</legend>
      {ENDS.map((end) => (
        <div key={end} className="choice">
          <label htmlFor={id + end}>{i18n.t(`stats.days.${end}`)}</label>
          <input
            id={id + end}
            className="field"
            type="date"
            required
            max={today}
            defaultValue={range[end]}
            aria-describedby={`${id}${end}-said`}
            aria-invalid={tell(end) !== '' && findFault(end, written, today) !== undefined}
            onChange={({ target: { value } }) => change(end, value)}
            onBlur={({ target: { value } }) => {
              setWritten({ ...written, [end]: value });
              setWriting(undefined);
            }}
          />
          <p id={`${id}${end}-said`} role="status" className="said small">
            {tell(end)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

function findFault(end: End, written: Written, today: Day): 'half' | 'future' | 'order' | undefined {
  const day = written[end];
  if (!isDay(day) || day < EARLIEST) return 'half';
  if (day > today) return 'future';
  // Said once, where the second day is.
  return end === 'to' && isDay(written.from) && day < written.from ? 'order' : undefined;
}
