import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { type Backup, findChanges, listNewCounts } from '../../lib/stores/backup.ts';
import { joinWords } from '../language.ts';
import { focusIt } from './focus.ts';
import { getHost } from './site-rows.ts';
import { sumUp } from './sum-up.ts';
import type { Stores } from './YourData.tsx';

interface ImportPreviewProps {
  stores: Stores;
  read: { backup: Backup; broken: readonly string[]; before: Backup };
  onTake(): void;
  onLeave(): void;
}

/** What a file would change, setting by setting, before and after. */
export function ImportPreview({ stores, read: { backup, broken, before }, onTake, onLeave }: ImportPreviewProps) {
  const now = useStore(stores.settings, ({ own }) => own);
  const { added } = useStore(stores.sites);
  const names = findChanges(now, backup.settings);
  const missing = backup.sites.filter((site) => !added.includes(site));
  const hasOtherPacks = backup.packs !== undefined && JSON.stringify(backup.packs) !== JSON.stringify(before.packs);
  const packs = backup.packs?.map(({ name }) => name) ?? [];
  const counted = new Set(listNewCounts(before, backup).map(({ day }) => day)).size;
  const isSame = names.length === 0 && missing.length === 0 && !hasOtherPacks && counted === 0;
  return (
    <section className="preview panel" aria-labelledby="import-preview">
      <h3 id="import-preview" tabIndex={-1} ref={focusIt}>
        {i18n.t(isSame ? 'options.data.same' : 'options.data.would')}
      </h3>
      {names.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('options.data.setting')}</th>
              <th scope="col">{i18n.t('options.data.now')}</th>
              <th scope="col">{i18n.t('options.data.then')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{i18n.t(`options.setting.${name}`)}</th>
                <td>{sumUp(name, now)}</td>
                <td>{sumUp(name, backup.settings)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasOtherPacks && (
        <p>{packs.length > 0 ? i18n.t('options.data.packs', [joinWords(packs)]) : i18n.t('options.data.noPacks')}</p>
      )}
      {counted > 0 && <p>{i18n.t('counting.inFile', counted)}</p>}
      {missing.length > 0 && <p>{i18n.t('options.data.sites', [joinWords(missing.map(getHost))])}</p>}
      {broken.length > 0 && (
        <p>
          {i18n.t('options.data.partly', [joinWords(broken.map((name) => i18n.t(`options.setting.${name as 'all'}`)))])}
        </p>
      )}
      <p className="row">
        {!isSame && (
          <button type="button" className="button primary" onClick={onTake}>
            {i18n.t('options.data.take')}
          </button>
        )}
        <button type="button" className="button" onClick={onLeave}>
          {i18n.t('options.data.leave')}
        </button>
      </p>
    </section>
  );
}
