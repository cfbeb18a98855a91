import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import type { IgnoredPhrase } from '../../lib/storage/settings.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { focusIt } from './focus.ts';

/** How many are shown at once; the rest on demand. */
const PORTION = 100;

const NOTHING = { gone: [], before: [] };

interface IgnoredProps {
  store: SettingsStore;
  packs: readonly ReferencePack[];
}

/** Wordings that an agent does not want to see again, and the way back. */
export function Ignored({ store, packs }: IgnoredProps) {
  const ignored = useStore(store, ({ settings }) => settings.ignored);
  const [undoable, setUndoable] = useState<{ gone: readonly IgnoredPhrase[]; before: readonly IgnoredPhrase[] }>(
    NOTHING,
  );
  const { gone: removed } = undoable;
  const [shown, setShown] = useState(PORTION);
  const messages = new Map(packs.flatMap(({ rules }) => rules.map(({ id, message }) => [id, message])));

  async function remove(gone: readonly IgnoredPhrase[]): Promise<void> {
    const keys = new Set(gone.map(getKey));
    const isDone = await change(store, (settings) => ({
      ignored: settings.ignored.filter((one) => !keys.has(getKey(one))),
    }));
    if (isDone) setUndoable({ gone, before: ignored });
  }

  async function undo(): Promise<void> {
    const { before, gone } = undoable;
    const keys = new Set(gone.map(getKey));
    // Where they were, and what has come or gone meanwhile stays so.
    const isDone = await change(store, (settings) => {
      const now = new Set(settings.ignored.map(getKey));
      const back = before.filter((one) => keys.has(getKey(one)) || now.has(getKey(one)));
      const known = new Set(before.map(getKey));
      return { ignored: [...back, ...settings.ignored.filter((one) => !known.has(getKey(one)))] };
    });
    if (isDone) setUndoable(NOTHING);
  }

  return (
    <>
      <p className="muted">{i18n.t('options.ignored.about')}</p>
      {removed.length > 0 && (
        <Notice
          kind="good"
          actions={
            <button key={removed.map(getKey).join('\n')} type="button" className="button" ref={focusIt} onClick={undo}>
              <Icon name="undo" />
              {i18n.t('options.undo')}
            </button>
          }
        >
          {removed.length === 1
            ? i18n.t('options.ignored.removed', [removed[0]?.phrase ?? ''])
            : i18n.t('options.ignored.cleared', removed.length)}
        </Notice>
      )}
      {ignored.length === 0 && <p>{i18n.t('options.ignored.none')}</p>}
      <ul className="list panel" hidden={ignored.length === 0}>
        {ignored
          .toReversed()
          .slice(0, shown)
          .map((one) => (
            <li key={getKey(one)}>
              <span>
                <b lang="en">“{one.phrase}”</b>
                <small>
                  {messages.has(one.ruleId) ? (
                    <a href={`#rules/${one.ruleId}`} lang="en">
                      {messages.get(one.ruleId)}
                    </a>
                  ) : (
                    i18n.t('options.ignored.unknown', [one.ruleId])
                  )}
                </small>
              </span>
              <button type="button" className="button" onClick={() => remove([one])}>
                {i18n.t('options.remove')}{' '}
                <span className="unseen" lang="en">
                  {one.phrase}
                </span>
              </button>
            </li>
          ))}
      </ul>
      <p className="row">
        {ignored.length > shown && (
          <button type="button" className="button" onClick={() => setShown(shown + PORTION)}>
            {i18n.t('options.ignored.more', ignored.length - shown)}
          </button>
        )}
        {ignored.length > 1 && (
          <button type="button" className="button" onClick={() => remove(ignored)}>
            {i18n.t('options.ignored.clear')}
          </button>
        )}
      </p>
    </>
  );
}

function getKey({ ruleId, phrase }: IgnoredPhrase): string {
  return `${ruleId} ${phrase}`;
}
