import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import { Hatch } from './Hatch.tsx';
import { useWidth } from './use-width.ts';
import { wrap } from './wrap.ts';

export interface BarItem {
  key: string;
  label: string;
  value: number;
  /** The value as it is written, with all that is to be said of it. */
  text: string;
  isFew?: boolean;
  /** The same in the period that is compared with: a line drawn around. */
  before?: number;
}

interface BarChartProps {
  items: readonly BarItem[];
  /** The language of the labels, where they are not the page's. */
  lang?: string;
}

const ROW = 40;
const BAR = 12;
const LINE = 17;
/** Pixels that a letter takes, generously: what does not fit in two lines is cut here and stands whole in the table. */
const LETTER = 7.2;
const LINES = 2;

/** Bars under each other, each below its name and before its number. The table beneath says the same. */
export function BarChart({ items, lang }: BarChartProps) {
  const hatch = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const texts = Math.max(0, ...items.map(({ text }) => text.length)) * LETTER;
  const most = Math.max(...items.flatMap(({ value, before = 0 }) => [value, before])) || 1;
  const x = scaleLinear<number>({ domain: [0, most], range: [0, Math.max(40, width - texts - 8)] });
  const longest = Math.floor(width / LETTER);
  let bottom = 0;
  const rows = items.map((item) => {
    const lines = breakLabel(item.label, longest);
    const [top, more] = [bottom, (lines.length - 1) * LINE];
    bottom += ROW + more;
    return { ...item, lines, top, more };
  });
  return (
    <div ref={ref} className="plot">
      <svg viewBox={`0 0 ${width} ${bottom}`} aria-hidden="true">
        <Hatch id={hatch} />
        {rows.map(({ key, lines, value, text, isFew, before, top, more }) => {
          const length = Math.max(value > 0 ? 2 : 0, x(value));
          return (
            <g key={key} className="bar" transform={`translate(0 ${top + more})`}>
              {lines.map((line, at) => (
                <text key={line} className="label" y={13 + at * LINE - more} lang={lang}>
                  {line}
                </text>
              ))}
              <Bar className="rest" y={20} width={length} height={BAR} {...(isFew && { fill: `url(#${hatch})` })} />
              {!isFew && <Bar className="filled" y={20} width={length} height={BAR} />}
              {before !== undefined && <Bar className="before" y={18} width={x(before)} height={BAR + 4} />}
              <text x={Math.max(length, before === undefined ? 0 : x(before)) + 8} y={20 + BAR / 2} dy="0.35em">
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function breakLabel(label: string, longest: number): string[] {
  const lines = wrap(label, longest, (text) => text.length);
  const kept = lines.length > LINES ? [...lines.slice(0, LINES - 1), lines.slice(LINES - 1).join(' ')] : lines;
  return kept.map((line) => (line.length > longest ? `${line.slice(0, longest - 1)}…` : line));
}
