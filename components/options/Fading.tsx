import { useId } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { listFaded } from '../../lib/storage/mastered.ts';
import { withoutValue, withValue } from '../../lib/storage/settings.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Switch } from '../Switch.tsx';

interface FadingProps {
  store: SettingsStore;
  packs: readonly ReferencePack[];
}

/** Whether marks shrink to dots, which ones have, and which never shall. */
export function Fading({ store, packs }: FadingProps) {
  const settings = useStore(store, (state) => state.settings);
  const mastered = useStore(store, (state) => state.mastered);
  const faded = listFaded(mastered, settings);
  const { appearance, inFull } = settings;
  return (
    <>
      <div className="settings panel">
        <Switch
          isOn={appearance.fade}
          label={i18n.t('mastered.fade')}
          hint={i18n.t('mastered.fadeHint')}
          onChange={(fade) => void change(store, (now) => ({ appearance: { ...now.appearance, fade } }))}
        />
      </div>
      <FadingRules
        title={i18n.t('mastered.now')}
        ids={faded}
        packs={packs}
        action={i18n.t('mastered.showInFull')}
        onAct={(id) => void change(store, (now) => ({ inFull: withValue(now.inFull, id) }))}
      />
      <FadingRules
        title={i18n.t('mastered.kept')}
        ids={inFull}
        packs={packs}
        action={i18n.t('mastered.letFade')}
        onAct={(id) => void change(store, (now) => ({ inFull: withoutValue(now.inFull, id) }))}
      />
    </>
  );
}

interface FadingRulesProps {
  title: string;
  ids: readonly string[];
  packs: readonly ReferencePack[];
  action: string;
  onAct(id: string): void;
}

function FadingRules({ title, ids, packs, action, onAct }: FadingRulesProps) {
  const titleId = useId();
  const messages = new Map(packs.flatMap(({ rules }) => rules.map(({ id, message }) => [id, message])));
  return (
    <>
      <h2 id={titleId}>{title}</h2>
      {ids.length === 0 && <p className="muted">{i18n.t('mastered.none')}</p>}
      <ul className="list panel" aria-labelledby={titleId} hidden={ids.length === 0}>
        {ids.map((id) => (
          <li key={id}>
            {messages.has(id) ? (
              <a href={`#rules/${id}`} lang="en">
                {messages.get(id)}
              </a>
            ) : (
              <span>{i18n.t('options.ignored.unknown', [id])}</span>
            )}
            <button type="button" className="button" onClick={() => onAct(id)}>
              {action}{' '}
              <span className="unseen" lang="en">
                {messages.get(id) ?? id}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
