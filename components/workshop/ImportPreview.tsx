import { i18n } from '#i18n';
import { listRules } from '../../lib/workshop/new-pack.ts';
import { focusIt } from '../options/focus.ts';
import { FaultList } from './FaultList.tsx';
import type { ReadFile } from './ImportPack.tsx';
import { TextDiff } from './TextDiff.tsx';

interface ImportPreviewProps {
  file: ReadFile;
  /** The draft that has the same id, where there is one. */
  before: string | undefined;
  onTake(): void;
  onLeave(): void;
}

/** What a file holds, what is wrong with it, and what it would change. */
export function ImportPreview({ file, before, onTake, onLeave }: ImportPreviewProps) {
  const { name, text, faults, isPack, told } = file;
  return (
    <section className="preview panel" aria-labelledby="import-pack">
      <h3 id="import-pack" tabIndex={-1} ref={focusIt}>
        {before === undefined
          ? i18n.t('workshop.import.new', [name, String(listRules(text).length)])
          : i18n.t('workshop.import.same', [name])}
      </h3>
      {faults.length > 0 && (
        <>
          <p>{i18n.t('workshop.import.faults', faults.length)}</p>
          <FaultList faults={faults} />
        </>
      )}
      {told && (
        <pre className="told small" lang="en">
          {told}
        </pre>
      )}
      {before !== undefined && <TextDiff before={before} after={text} />}
      <p className="muted small">{i18n.t(isPack ? 'workshop.import.then' : 'workshop.import.broken')}</p>
      <p className="row">
        <button type="button" className="button primary" onClick={onTake}>
          {i18n.t('workshop.import.take')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {i18n.t('workshop.import.leave')}
        </button>
      </p>
    </section>
  );
}
