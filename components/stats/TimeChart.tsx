import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import type { Day } from '../../lib/stats/counts.ts';
import { Axis } from './Axis.tsx';
import { chooseMonths } from './axis-days.ts';
import { Hatch } from './Hatch.tsx';
import { writeShortDay } from './numbers.ts';
import { useWidth } from './use-width.ts';

export interface TimePoint {
  /** Its day, or the first of its week. */
  key: Day;
  /** What the bar is about, in words. */
  text: string;
  /** Undefined where there is nothing to show. */
  value: number | undefined;
  /** The share of the value, 0 to 1, that is filled; 1 unless told. */
  filled?: number;
  isFew?: boolean;
  /** A sign over the bar. */
  sign?: '○' | '▲';
}

interface TimeChartProps {
  label: string;
  points: readonly TimePoint[];
  /** A straight line, from point to point. */
  line?: { first: number; last: number; start: number; end: number } | undefined;
}

const HEIGHT = 220;
const LEFT = 36;
const TOP = 18;
const BOTTOM = 24;
/** Pixels that a name on the axis takes. */
const NAME = 64;
/** More bars than this are named by their month. */
const MANY = 40;
/** Pixels below which a bar has no outline: there would be nothing else of it. */
const THIN = 5;
/** Pixels of a bar that stands alone. */
const WIDEST = 56;

/** Bars over time. By arrow keys or pointer one goes from bar to bar, and reads each. */
export function TimeChart({ label, points, line }: TimeChartProps) {
  const hatch = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number>();
  const last = points.length - 1;
  const at = Math.min(chosen ?? last, last);
  const x = scaleBand({ domain: points.map(({ key }) => key), range: [LEFT, width], padding: 0.2 });
  const y = scaleLinear<number>({ domain: [0, getMost(points)], range: [HEIGHT - BOTTOM, TOP], nice: 4, clamp: true });
  const step = x.step();
  const isMany = points.length > MANY;
  const named = isMany
    ? chooseMonths(
        points.map(({ key }) => key),
        step,
        NAME,
      )
    : chooseEvery(points.length, step);
  const band = Math.min(WIDEST, x.bandwidth());
  const getMiddle = (index: number) => (x(points[index]?.key ?? '') ?? 0) + x.bandwidth() / 2;
  const move = ({ key, preventDefault }: Pick<KeyboardEvent, 'key'> & { preventDefault(): void }) => {
    const to = getStep(key, at, last);
    if (to === undefined) return;
    preventDefault();
    setChosen(Math.max(0, Math.min(last, to)));
  };
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const from = clientX - currentTarget.getBoundingClientRect().left - LEFT;
    setChosen(Math.max(0, Math.min(last, Math.floor(from / step))));
  };
  return (
    <div ref={ref}>
      <div
        className={band < THIN ? 'plot thin' : 'plot'}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={points[at]?.text}
        onKeyDown={(event) => move({ key: event.key, preventDefault: () => event.preventDefault() })}
        onPointerMove={point}
        onPointerDown={point}
      >
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
          <Hatch id={hatch} />
          <Axis scale={y} left={LEFT} width={width - LEFT} />
          {points.map(({ key, value = 0, filled = 1, isFew, sign }, index) => {
            const center = getMiddle(index);
            const [top, middle, bottom] = [y(value), y(value * filled), y(0)];
            const place = { x: center - band / 2, width: band };
            return (
              <g key={key} className={index === at ? 'bar chosen' : 'bar'}>
                <Bar
                  {...place}
                  className="rest"
                  y={top}
                  height={bottom - top}
                  {...(isFew && { fill: `url(#${hatch})` })}
                />
                {!isFew && <Bar {...place} className="filled" y={middle} height={bottom - middle} />}
                {sign && (
                  <text className="sign" x={center} y={top - 4} textAnchor="middle">
                    {sign}
                  </text>
                )}
                {named.has(index) && center + NAME / 3 < width && (
                  <text x={center} y={HEIGHT - 6} textAnchor="middle">
                    {writeShortDay(key, isMany)}
                  </text>
                )}
              </g>
            );
          })}
          {line && (
            <LinePath
              className="trend"
              data={[
                [getMiddle(line.first), y(line.start)],
                [getMiddle(line.last), y(line.end)],
              ]}
              x={([left]) => left as number}
              y={([, top]) => top as number}
            />
          )}
        </svg>
      </div>
      <p className="reading small">{points[at]?.text}</p>
    </div>
  );
}

/** Places of the first bar and of every other that has room for its name. */
function chooseEvery(count: number, step: number): Set<number> {
  const every = Math.max(1, Math.ceil(NAME / step));
  return new Set(Array.from({ length: Math.ceil(count / every) }, (_, at) => at * every));
}

/** A bar over few words may be of any height: where there are others, they do not set the scale. */
function getMost(points: readonly TimePoint[]): number {
  const known = points.filter(({ isFew }) => !isFew);
  const most = Math.max(0, ...(known.some(({ value }) => value) ? known : points).map(({ value = 0 }) => value));
  return most || 1;
}

function getStep(key: string, at: number, last: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + 10,
    PageDown: at - 10,
    Home: 0,
    End: last,
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}
