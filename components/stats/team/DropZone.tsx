import { useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';

interface DropZoneProps {
  isBusy: boolean;
  onFiles(files: readonly File[]): void;
}

/** Takes a hundred files at once, chosen, or dropped anywhere on the page: beside the zone the browser would open each in a tab. */
export function DropZone({ isBusy, onFiles }: DropZoneProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const give = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !isBusy) onFiles(files);
  };
  const giveNow = useRef(give);
  giveNow.current = give;
  useEffect(() => {
    const life = new AbortController();
    const hear = <Type extends keyof DocumentEventMap>(type: Type, on: (event: DocumentEventMap[Type]) => void) =>
      document.addEventListener(type, on, { signal: life.signal });
    hear('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    });
    // Out of the window; from one part of it to another there is a next.
    hear('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
    hear('drop', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      giveNow.current(event.dataTransfer.files);
    });
    return () => life.abort();
  }, []);
  return (
    <div className={isOver ? 'drop over' : 'drop'}>
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
