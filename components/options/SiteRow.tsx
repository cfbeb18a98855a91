import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { isSiteOff } from '../../lib/storage/settings.ts';
import { joinWords } from '../language.ts';
import { Switch } from '../Switch.tsx';
import type { SiteLine } from './site-rows.ts';

interface SiteRowProps {
  row: SiteLine;
  sitesOff: readonly string[];
  onSwitch(hosts: readonly string[], isOn: boolean): void;
  /** For sites that can be given back. */
  onRemove?(): void;
  children?: ReactNode;
}

/** A desk or site: on or off, and gone where it can be. */
export function SiteRow({ row: { name, hosts }, sitesOff, onSwitch, onRemove, children }: SiteRowProps) {
  const isOn = !hosts.every((host) => isSiteOff(sitesOff, host));
  const list = joinWords(hosts);
  return (
    <li>
      <Switch
        isOn={isOn}
        label={name}
        hint={[list !== name && list, !isOn && i18n.t('options.sites.isOff')].filter(Boolean).join(' · ') || undefined}
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
