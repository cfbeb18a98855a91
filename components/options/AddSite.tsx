import { type FormEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { sites as desks } from '../../lib/sites/index.ts';
import { mayHold } from '../../lib/storage/policy.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import type { SitesStore } from '../../lib/stores/sites.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { Locked } from './Locked.tsx';
import { getHost, isAdded } from './site-rows.ts';

type Ending = 'added' | 'refused' | 'noAddress' | 'notSafe' | 'known' | 'notMine';

/** Adds a desk by its name, or a site by its address. The browser asks for that one alone. */
export function AddSite({ store, sites }: { store: SettingsStore; sites: SitesStore }) {
  const id = useId();
  const { added } = useStore(sites);
  const [address, setAddress] = useState('');
  const [ending, setEnding] = useState<Ending>();
  const policy = useStore(store, ({ settings }) => settings.policy);
  const isMine = (origins: readonly string[]) => origins.some((origin) => mayHold(policy, getHost(origin)));
  const left = desks.filter((desk) => desk.isOptional && !isAdded(desk, added) && isMine(desk.matches));

  /** In the click itself: later the browser would not ask. */
  async function ask(origins: readonly string[]): Promise<void> {
    const isAllowed = await sites.add(origins);
    setEnding(isAllowed ? 'added' : 'refused');
    if (isAllowed) setAddress('');
  }

  function add(event: FormEvent): void {
    event.preventDefault();
    const origin = sites.getOrigin(address);
    if (origin === undefined) setEnding('noAddress');
    else if (origin.startsWith('http:')) setEnding('notSafe');
    else if (sites.isAllowed(origin)) setEnding('known');
    else if (!isMine([origin])) setEnding('notMine');
    else void ask([origin]);
  }

  return (
    <div className="add-site">
      {left.length > 0 && (
        <fieldset>
          <legend className="list-label">{i18n.t('options.sites.desks')}</legend>
          {left.map((desk) => (
            <button key={desk.id} type="button" className="button" onClick={() => ask(desk.matches)}>
              <Icon name="plus" />
              {desk.name}
            </button>
          ))}
        </fieldset>
      )}
      <form onSubmit={add} noValidate>
        <label className="list-label" htmlFor={`${id}-address`}>
          {i18n.t('options.sites.address')}
        </label>
        <input
          id={`${id}-address`}
          className="field"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="help.example.com"
          aria-describedby={`${id}-hint`}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <button type="submit" className="button">
          {i18n.t('options.sites.add')}
        </button>
        <p id={`${id}-hint`} className="muted small">
          {i18n.t('options.sites.hint')}
        </p>
      </form>
      {ending === 'notMine' && (
        <Notice>
          <Locked store={store} what="site" />
        </Notice>
      )}
      {ending && ending !== 'notMine' && (
        <Notice kind={ending === 'added' ? 'good' : 'note'}>{i18n.t(`options.sites.ending.${ending}`)}</Notice>
      )}
    </div>
  );
}
