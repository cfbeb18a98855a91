import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { type Backup, type BackupFault, isTooLarge, readBackup, takeBackup } from '../../lib/stores/backup.ts';
import { Notice } from '../Notice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { Stores } from './YourData.tsx';

interface ImportProps {
  stores: Stores;
  /** The file's settings, and what is set now. */
  onTake(backup: Backup, before: Backup): void;
}

type Read = { fault: BackupFault | 'unreadable' } | { backup: Backup; broken: readonly string[]; before: Backup };

const TOO_LARGE = { fault: 'tooLarge' } as const;

/** Takes a file, tells what it would change, and changes nothing before the user says so. */
export function Import({ stores, onTake }: ImportProps) {
  const id = useId();
  const [read, setRead] = useState<Read>();

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      const result = isTooLarge(file.size) ? TOO_LARGE : readBackup(await file.text());
      setRead('fault' in result ? result : { ...result, before: await takeBackup() });
    } catch {
      setRead({ fault: 'unreadable' });
    }
  }

  return (
    <>
      <div className="drop">
        <label className="list-label" htmlFor={`${id}-file`}>
          {i18n.t('options.data.choose')}
        </label>
        {/* A browser takes a file that is dropped on it, too. */}
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            void open(target.files?.[0]);
            // The same file may be chosen again, when it was mended.
            target.value = '';
          }}
        />
        <p className="muted small">{i18n.t('options.data.importAbout')}</p>
      </div>
      {read && 'fault' in read && <Notice kind="trouble">{i18n.t(`options.data.fault.${read.fault}`)}</Notice>}
      {read && 'backup' in read && (
        <ImportPreview
          stores={stores}
          read={read}
          onTake={() => {
            setRead(undefined);
            onTake(read.backup, read.before);
          }}
          onLeave={() => setRead(undefined)}
        />
      )}
    </>
  );
}
