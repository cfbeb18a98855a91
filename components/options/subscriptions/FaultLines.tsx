import type { PackFault } from '../../../lib/packs/faults.ts';

/** Enough to begin with. */
const MOST = 10;

/** What is wrong in a pack's file, with its lines, as whoever keeps it would read it. */
export function FaultLines({ faults }: { faults: readonly PackFault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className="faults small">
      {faults.slice(0, MOST).map(({ file, line, column, path, message }) => (
        <li key={`${line} ${column} ${message}`}>
          <code>
            {file}:{line}:{column}
          </code>{' '}
          {path[0] === 'rules' && path.length > 1 && <b>{String(path[1])} </b>}
          {message}
        </li>
      ))}
    </ul>
  );
}
