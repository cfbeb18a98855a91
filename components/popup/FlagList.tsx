import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { FlagReport } from '../../lib/draft-link.ts';
import type { DraftStore } from '../../lib/stores/draft.ts';
import { sortFlags } from '../../lib/stores/reports.ts';
import { Notice } from '../Notice.tsx';
import { Flag } from './Flag.tsx';
import { State } from './State.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useSinglePresses } from './useSinglePresses.ts';

export interface FlagListProps {
  store: DraftStore;
  flags: readonly FlagReport[];
  /** How many slight ones are left out. */
  unshown: number;
}

/** The draft's flags, the gravest first. It follows the draft, and the focus stays where it was in the list. */
export function FlagList({ store, flags, unshown }: FlagListProps) {
  const place = useRef<HTMLElement>(null);
  const isBusy = useStore(store, (state) => state.isBusy);
  const last = useStore(store, (state) => state.last);
  const sorted = useMemo(() => sortFlags(flags), [flags]);
  useKeptFocus(place, sorted);
  useSinglePresses();
  const failure = last?.end === 'applied' || last?.end === 'ignored' ? undefined : last?.end;
  const failed = failure && sorted.find(({ key, phrase }) => key === last?.key && phrase === last.phrase);
  const blanks = sorted.filter(({ isBlank }) => isBlank).length;
  const phrases = sorted.length - blanks;
  return (
    <section ref={place} className="draft">
      {failure && !failed && <Notice kind="trouble">{i18n.t(`card.${failure}`)}</Notice>}
      {sorted.length === 0 ? (
        <State icon="check" title={i18n.t('popup.clear.title')}>
          <p>{i18n.t('popup.clear.more')}</p>
        </State>
      ) : (
        <>
          <h2 tabIndex={-1}>
            {phrases > 0 && <span>{i18n.t('chip.label', phrases)}</span>}
            {blanks > 0 && <span>{i18n.t('chip.blanks', blanks)}</span>}
          </h2>
          {phrases > 0 && (
            <p className="small muted">
              {i18n.t('popup.press')} {i18n.t('language') !== 'en' && i18n.t('options.rules.english')}
            </p>
          )}
          <ol aria-busy={isBusy}>
            {sorted.map((flag) => (
              <Flag
                key={`${flag.key} ${flag.phrase}`}
                flag={flag}
                store={store}
                end={flag === failed ? failure : undefined}
              />
            ))}
          </ol>
        </>
      )}
      {unshown > 0 && <p className="small muted">{i18n.t('popup.unshown', unshown)}</p>}
    </section>
  );
}
