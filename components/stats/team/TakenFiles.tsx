import { i18n } from '#i18n';
import type { Taken } from '../../../lib/team/intake.ts';
import { joinWords } from '../../language.ts';
import { Notice } from '../../Notice.tsx';

/** Faults that are shown: whoever has more sees what they have in common. */
const MOST = 30;
const ARRIVALS = ['new', 'update', 'known', 'twice'] as const;

/** What became of the files that came in last, and why some did not. */
export function TakenFiles({ last }: { last: readonly Taken[] | 'stopped' }) {
  if (last === 'stopped') return <Notice>{i18n.t('teamFiles.stopped')}</Notice>;
  const faults = last.flatMap((one) => ('fault' in one ? [one] : []));
  const told = ARRIVALS.map((arrival) => {
    const count = last.filter((one) => 'arrival' in one && one.arrival === arrival).length;
    return count > 0 && i18n.t(`teamFiles.arrived.${arrival}`, count);
  });
  return (
    <>
      <Notice kind={faults.length === last.length ? 'note' : 'good'}>
        {faults.length === last.length ? i18n.t('teamFiles.noneTaken') : joinWords(told)}
      </Notice>
      {faults.length > 0 && (
        <Notice
          kind="trouble"
          more={
            <ul className="faults">
              {faults.slice(0, MOST).map(({ name, fault: { kind, place, found } }, at) => (
                <li key={at}>
                  <strong>{name}</strong> {i18n.t(`teamFiles.fault.${kind}`)}
                  {place && ` ${i18n.t('teamFiles.place', [place])}`}
                  {found && ` ${i18n.t('teamFiles.found', [found])}`}
                </li>
              ))}
              {faults.length > MOST && <li>{i18n.t('teamFiles.moreFaults', faults.length - MOST)}</li>}
            </ul>
          }
        >
          {i18n.t('teamFiles.faults', faults.length)}
        </Notice>
      )}
    </>
  );
}
