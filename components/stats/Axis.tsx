import { GridRows } from '@visx/grid';
import type { scaleLinear } from '@visx/scale';
import { writeRate } from './numbers.ts';

interface AxisProps {
  scale: ReturnType<typeof scaleLinear<number>>;
  /** In CSS pixels. */
  left: number;
  width: number;
}

/** The rates at the side, each with its line. @visx/axis would bring an evaluator of formulas along. */
export function Axis({ scale, left, width }: AxisProps) {
  const ticks = scale.ticks(4);
  return (
    <>
      <GridRows className="grid" scale={scale} left={left} width={width} tickValues={ticks} stroke="currentColor" />
      {ticks.map((tick) => (
        <text key={tick} x={left - 6} y={scale(tick)} dy="0.32em" textAnchor="end">
          {writeRate(tick)}
        </text>
      ))}
    </>
  );
}
