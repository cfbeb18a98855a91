import { useState } from 'react';
import { i18n } from '#i18n';
import { type Backup, eraseAll, putBack, takeBackup, toFile } from '../../lib/stores/backup.ts';
import { attempt, type SettingsStore } from '../../lib/stores/settings.ts';
import type { SitesStore } from '../../lib/stores/sites.ts';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { Counting } from './Counting.tsx';
import { download } from './download.ts';
import { Erase } from './Erase.tsx';
import { focusIt } from './focus.ts';
import { Import } from './Import.tsx';

export interface Stores {
  settings: SettingsStore;
  sites: SitesStore;
}

type Ending = 'erased' | 'imported' | 'importedWithoutSites' | 'undone';

/** All settings out into a file, in from one, and away. */
export function YourData({ stores }: { stores: Stores }) {
  const [done, setDone] = useState<{ ending: Ending; before?: Backup }>();

  const save = () => attempt(stores.settings, async () => download(toFile(await takeBackup())));

  async function take(backup: Backup, before: Backup): Promise<void> {
    const { isDone, isAllowed } = await putBack(backup, stores);
    if (isDone) setDone({ ending: isAllowed ? 'imported' : 'importedWithoutSites', before });
  }

  async function erase(): Promise<void> {
    const before = await takeBackup();
    if (await eraseAll(stores)) setDone({ ending: 'erased', before });
  }

  async function undo(before: Backup): Promise<void> {
    const { isDone } = await putBack(before, stores);
    if (isDone) setDone({ ending: 'undone' });
  }

  return (
    <>
      {done && (
        <Notice
          kind="good"
          actions={
            done.before && (
              <button
                key={done.ending}
                type="button"
                className="button"
                ref={focusIt}
                onClick={() => undo(done.before as Backup)}
              >
                <Icon name="undo" />
                {i18n.t('options.undo')}
              </button>
            )
          }
        >
          {i18n.t(`options.data.${done.ending}`)}
        </Notice>
      )}
      <h2>{i18n.t('counting.title')}</h2>
      <Counting store={stores.settings} version={done} />
      <h2>{i18n.t('options.data.export')}</h2>
      <p className="muted">{i18n.t('options.data.exportAbout')}</p>
      <p className="row">
        <button type="button" className="button" onClick={save}>
          {i18n.t('options.data.save')}
        </button>
      </p>
      <h2>{i18n.t('options.data.import')}</h2>
      <Import stores={stores} onTake={take} />
      <h2>{i18n.t('options.data.erase')}</h2>
      <Erase onSave={save} onErase={erase} />
    </>
  );
}
