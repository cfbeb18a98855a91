import { i18n } from '#i18n';
import type { Draft } from '../../lib/stores/workshop.ts';
import { Notice } from '../Notice.tsx';
import { FaultList } from './FaultList.tsx';
import type { PublishEnd } from './publish.ts';
import { toHash } from './route.ts';

interface PublishedProps {
  end: PublishEnd;
  draft: Draft;
  onLeave(): void;
}

/** How publishing ended, and where to go on. */
export function Published({ end, draft, onLeave }: PublishedProps) {
  const leave = (
    <button type="button" className="button plain" onClick={onLeave}>
      {i18n.t('workshop.close')}
    </button>
  );
  switch (end.kind) {
    case 'done':
      return (
        <Notice kind="good" actions={leave}>
          {i18n.t('workshop.published', [end.version])}
        </Notice>
      );
    case 'twice':
      return (
        <Notice kind="trouble" actions={leave}>
          {i18n.t('workshop.twice', [end.id])}
        </Notice>
      );
    case 'taken':
      return (
        <Notice kind="trouble" actions={leave}>
          {i18n.t(`workshop.taken.${end.by}`, [end.id])}
        </Notice>
      );
    case 'failed':
      return (
        <Notice kind="trouble" actions={leave}>
          {i18n.t('workshop.failure.failed')}
        </Notice>
      );
    case 'red':
      return (
        <div className="notice trouble" role="alert">
          <p>{i18n.t('workshop.red', end.faults.length + end.examples.length)}</p>
          <FaultList faults={end.faults} draft={draft} />
          <ul className="reds">
            {end.examples.map(({ rule, text, problem }) => (
              <li key={`${rule} ${text}`} lang="en">
                <a href={toHash(draft.key, 'rules', rule)}>{rule}</a>: “{text}” {problem}
              </li>
            ))}
          </ul>
          <p>{leave}</p>
        </div>
      );
  }
}
