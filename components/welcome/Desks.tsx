import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { sites as desks } from '../../lib/sites/index.ts';
import type { SitesStore } from '../../lib/stores/sites.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { Switch } from '../Switch.tsx';
import { OwnAddress } from './OwnAddress.tsx';

/** Each desk with its switch. The browser asks once for each, and for that one alone. */
export function Desks({ sites }: { sites: SitesStore }) {
  const { added, denied } = useStore(sites);
  const [refused, setRefused] = useState('');
  const known = new Set(desks.flatMap(({ matches }) => matches));
  const own = added.filter((origin) => !known.has(origin));

  const turn = async (name: string, origins: readonly string[], isOn: boolean) => {
    setRefused('');
    const isDone = await (isOn ? sites.add(origins) : sites.remove(origins));
    if (!isDone && isOn) setRefused(name);
  };

  return (
    <>
      <p>{i18n.t('welcome.desks.lead')}</p>
      <ul className="desks">
        {[...desks]
          .sort((a, b) => Number(a.isOptional ?? false) - Number(b.isOptional ?? false) || a.name.localeCompare(b.name))
          .map(({ id, name, matches, isOptional }) => {
            if (!isOptional && !matches.some((origin) => denied.includes(origin)))
              return (
                <li key={id} className="given">
                  <Icon name="check" size={18} />
                  <span>
                    <b>{name}</b>
                    <small>{i18n.t('welcome.desks.installed')}</small>
                  </span>
                </li>
              );
            return (
              <li key={id}>
                <Switch
                  label={name}
                  isOn={matches.every((origin) => added.includes(origin))}
                  {...(!isOptional && { hint: i18n.t('welcome.desks.withheld') })}
                  onChange={(next) => turn(name, matches, next)}
                />
              </li>
            );
          })}
        {own.map((origin) => (
          <li key={origin}>
            <Switch label={getHost(origin)} isOn onChange={() => turn(origin, [origin], false)} />
          </li>
        ))}
      </ul>
      <OwnAddress getOrigin={sites.getOrigin} onAdd={(origin) => turn(getHost(origin), [origin], true)} />
      <div role="status">{refused && <Notice>{i18n.t('welcome.desks.refused', [refused])}</Notice>}</div>
    </>
  );
}

function getHost(origin: string): string {
  return origin.replace(/^https?:\/\//, '').replace(/\/\*$/, '');
}
