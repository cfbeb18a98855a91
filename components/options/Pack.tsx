import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { isLocked } from '../../lib/storage/policy.ts';
import { withoutValue, withValue } from '../../lib/storage/settings.ts';
import { change, type SettingsStore } from '../../lib/stores/settings.ts';
import { Icon } from '../Icon.tsx';
import { Switch } from '../Switch.tsx';
import { Locked } from './Locked.tsx';
import { Rule } from './Rule.tsx';

interface PackProps {
  store: SettingsStore;
  /** With the rules to show. */
  pack: ReferencePack;
  /** How many rules the pack has in all. */
  total: number;
  /** Whether a search shows what is in it. */
  isOpenAnyway: boolean;
  target: string;
}

/** A pack that folds: closed, it costs a page no more than its name. */
export function Pack({ store, pack, total, isOpenAnyway, target }: PackProps) {
  const id = useId();
  const { off, policy } = useStore(store, ({ settings }) => settings);
  const [isOpened, setOpened] = useState(target.startsWith(`${pack.id}/`));
  const isOpen = isOpened || isOpenAnyway;
  const isOn = !off.includes(pack.id);
  const isHeld = isLocked(policy, pack.id);
  const offCount = pack.rules.filter((rule) => off.includes(rule.id) || rule.offBy !== undefined).length;
  return (
    <li className="pack panel" data-off={!isOn || undefined}>
      <div className="head">
        <h2>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={`${id}-rules`}
            disabled={isOpenAnyway}
            onClick={() => setOpened(!isOpened)}
          >
            <Icon name="down" />
            <span lang="en">{pack.name}</span>
          </button>
        </h2>
        <span className="state small">
          {isOn ? i18n.t('options.rules.count', total) : i18n.t('options.rules.packOff')}
          {isOn && offCount > 0 && <b>{i18n.t('options.rules.someOff', offCount)}</b>}
        </span>
        <Switch
          isOn={isOn}
          isDisabled={isHeld}
          label={
            <span className="unseen">
              {i18n.t('options.rules.wholePack')} <span lang="en">{pack.name}</span>
            </span>
          }
          onChange={(on) =>
            void change(store, (settings) => ({
              off: on ? withoutValue(settings.off, pack.id) : withValue(settings.off, pack.id),
            }))
          }
        />
      </div>
      <p className="about-pack muted small" lang="en">
        {pack.about}
      </p>
      {isHeld && (
        <p className="about-pack small">
          <Locked store={store} what="lockedPack" />
        </p>
      )}
      <ul id={`${id}-rules`} className="rules" hidden={!isOpen}>
        {isOpen &&
          pack.rules.map((rule) => (
            <Rule key={rule.id} store={store} rule={rule} isPackOff={!isOn} isTarget={rule.id === target} />
          ))}
      </ul>
    </li>
  );
}
