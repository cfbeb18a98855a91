import { i18n } from '#i18n';
import type { Progress } from '../../../lib/team/intake.ts';
import { writeCount } from '../numbers.ts';

interface GoingProps {
  progress: Progress | undefined;
  onStop(): void;
}

/** How far it has come, and the way to stop it. */
export function Going({ progress, onStop }: GoingProps) {
  return (
    <div className="going">
      {/* What is heard: once that it began; the bar itself says how far it is to whoever asks it. */}
      <p role="status" className="unseen">
        {progress && i18n.t('teamFiles.reading')}
      </p>
      {progress && (
        <>
          <label>
            {i18n.t('teamFiles.progress', [writeCount(progress.done), writeCount(progress.total)])}
            <progress value={progress.done} max={progress.total} />
          </label>
          <button type="button" className="button" onClick={onStop}>
            {i18n.t('teamFiles.stop')}
          </button>
        </>
      )}
    </div>
  );
}
