import type { MouseEvent } from 'react';
import { i18n } from '#i18n';
import type { SteppedReport } from '../../lib/draft-link.ts';
import { type SettingsStore, takeStepsBack, tellStep } from '../../lib/stores/settings.ts';
import { Notice } from '../Notice.tsx';

/** Says which rule has stepped down by itself, and takes that back. One at a time: the draft is what one came for. */
export function Stepped({ store, stepped }: { store: SettingsStore; stepped: readonly SteppedReport[] }) {
  const act = (event: MouseEvent, change: () => unknown) => {
    // The button goes with its notice.
    event.currentTarget.closest('main')?.focus();
    change();
  };
  const [first] = stepped;
  if (!first) return null;
  const { ruleId, message, to } = first;
  return (
    <Notice
      key={ruleId}
      actions={
        <>
          <button type="button" className="button" onClick={(event) => act(event, () => takeStepsBack(store, ruleId))}>
            {i18n.t('popup.stepped.back')}
          </button>
          <button type="button" className="button plain" onClick={(event) => act(event, () => tellStep(store, ruleId))}>
            {i18n.t('popup.stepped.fine')}
          </button>
        </>
      }
    >
      <b>{i18n.t('popup.stepped.title')}</b>
      <br />
      <span lang="en">“{message}”</span> {i18n.t(`popup.stepped.to.${to}`)}
    </Notice>
  );
}
