import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { eraseCounts, readSummary, watchSummary } from '../../lib/stores/counts.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { joinWords } from '../language.ts';
import { Notice } from '../Notice.tsx';
import { Switch } from '../Switch.tsx';
import { writeCount } from '../stats/numbers.ts';
import { focusIt } from './focus.ts';

type Read = Awaited<ReturnType<typeof readSummary>>;

/** What is counted in this browser, the switch for it, and the way to be rid of it. */
export function Counting({ store, version }: { store: SettingsStore; version: unknown }) {
  const isOn = useStore(store, ({ settings }) => settings.counting);
  const isLocked = useStore(store, ({ settings }) => settings.policy.statistics === 'off');
  const [read, setRead] = useState<Read>();
  const [isAsking, setAsking] = useState(false);
  const [isErased, setErased] = useState(false);
  useEffect(() => {
    const look = () => void readSummary().then(setRead);
    look();
    const life = new AbortController();
    watchSummary(look, life.signal);
    return () => life.abort();
  }, [version, isErased]);

  async function erase(): Promise<void> {
    setAsking(false);
    await eraseCounts().then(
      () => setErased(true),
      () => undefined,
    );
    setRead(await readSummary());
  }

  const summary = read?.summary;
  const hasAny = summary !== undefined && summary.days > 0;
  return (
    <>
      <div className="settings panel">
        <Switch
          isOn={isOn}
          isDisabled={isLocked}
          label={i18n.t('counting.switch')}
          hint={i18n.t(isLocked ? 'counting.byTeam' : 'counting.hint')}
          onChange={(counting) => void change(store, () => ({ counting }))}
        />
      </div>
      {read?.isFailing && <Notice kind="trouble">{i18n.t('counting.failed')}</Notice>}
      {summary && (
        <p role="status">
          {isErased && !hasAny ? `${i18n.t('counting.erased')} ` : ''}
          {hasAny
            ? `${joinWords([
                i18n.t('counting.days', summary.days, [writeCount(summary.days)]),
                i18n.t('counting.replies', summary.replies, [writeCount(summary.replies)]),
                i18n.t('counting.flagged', summary.flagged, [writeCount(summary.flagged)]),
                i18n.t('counting.size', [writeCount(Math.ceil(summary.size / 1000))]),
              ])}.`
            : i18n.t('counting.none')}
        </p>
      )}
      {hasAny && !isAsking && (
        <p className="row">
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {i18n.t('counting.erase')}
          </button>
        </p>
      )}
      {isAsking && (
        <fieldset className="ask">
          <legend>{i18n.t('counting.sure')}</legend>
          <p className="row">
            <button type="button" className="button" ref={focusIt} onClick={() => setAsking(false)}>
              {i18n.t('counting.keep')}
            </button>
            <button type="button" className="button danger" onClick={erase}>
              {i18n.t('counting.yes')}
            </button>
          </p>
        </fieldset>
      )}
    </>
  );
}
