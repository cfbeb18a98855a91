import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { mayHold } from '../../lib/storage/policy.ts';
import { isSiteOff } from '../../lib/storage/settings.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { joinWords } from '../language.ts';
import { Switch } from '../Switch.tsx';
import { Locked } from './Locked.tsx';
import type { SiteLine } from './site-rows.ts';

interface SiteRowProps {
  row: SiteLine;
  store: SettingsStore;
  sitesOff: readonly string[];
  onSwitch(hosts: readonly string[], isOn: boolean): void;
  /** For sites that can be given back. */
  onRemove?(): void;
  children?: ReactNode;
}

/** A desk or site: on or off, and gone where it can be. */
export function SiteRow({ row: { name, hosts }, store, sitesOff, onSwitch, onRemove, children }: SiteRowProps) {
  const policy = useStore(store, ({ settings }) => settings.policy);
  const isMine = hosts.some((host) => mayHold(policy, host));
  const isOn = isMine && !hosts.every((host) => isSiteOff(sitesOff, host));
  const list = joinWords(hosts);
  return (
    <li>
      <Switch
        isOn={isOn}
        label={name}
        isDisabled={!isMine}
        hint={
          isMine ? (
            [list !== name && list, !isOn && i18n.t('options.sites.isOff')].filter(Boolean).join(' · ') || undefined
          ) : (
            <Locked store={store} what="site" />
          )
        }
        onChange={(on) => onSwitch(hosts, on)}
      />
      {onRemove && (
        <button type="button" className="button" onClick={onRemove}>
          {i18n.t('options.remove')} <span className="unseen">{name}</span>
        </button>
      )}
      {children}
    </li>
  );
}
