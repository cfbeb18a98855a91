import { i18n } from '#i18n';
import type { Trace } from '../../lib/workshop/trace.ts';
import { TraceOutcome } from './TraceOutcome.tsx';

/** How each mark came about, or why there is none: what `cando explain` prints. */
export function TraceList({ traces }: { traces: readonly Trace[] }) {
  return (
    <ul className="traces small">
      {traces.map((trace) => (
        <li key={`${trace.ruleId} ${trace.words} ${trace.by}`}>
          <p>
            <b>{trace.ruleId}</b> {i18n.t('workshop.trace.meets')} <q lang="en">{trace.words}</q>{' '}
            {i18n.t('workshop.trace.by')} <code lang="en">{trace.by}</code>
          </p>
          <TraceOutcome outcome={trace.outcome} />
        </li>
      ))}
    </ul>
  );
}
