import { useId, useState } from 'react';
import { i18n } from '#i18n';

interface DropZoneProps {
  isBusy: boolean;
  onFiles(files: readonly File[]): void;
}

/** Takes a hundred files at once, dropped or chosen. */
export function DropZone({ isBusy, onFiles }: DropZoneProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const give = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !isBusy) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the field within does the same by keyboard
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        give(event.dataTransfer.files);
      }}
    >
      <label className="list-label" htmlFor={id}>
        {i18n.t('teamFiles.choose')}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept=".json,application/json"
        // Disabled, it would lose the focus while the files are read.
        aria-disabled={isBusy}
        onClick={(event) => isBusy && event.preventDefault()}
        onChange={({ target }) => {
          give(target.files);
          // The same file may be chosen again, when it was mended.
          target.value = '';
        }}
      />
      <p className="muted small">{i18n.t('teamFiles.drop')}</p>
    </div>
  );
}
