import { useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { type Draft, findPublished, goBack, goForth } from '../../lib/stores/workshop.ts';
import { Icon } from '../Icon.tsx';
import { getPackName } from './outline.ts';
import { Published } from './Published.tsx';
import { type PublishEnd, publishDraft } from './publish.ts';
import { toHash, type ViewName, views } from './route.ts';
import type { Tools } from './tools.ts';

interface PackHeadProps {
  tools: Tools;
  draft: Draft;
  view: ViewName;
}

/** The pack's name and state, steps back and forth, publishing, and the ways to its parts. */
export function PackHead({ tools, draft, view }: PackHeadProps) {
  const { store } = tools;
  const state = useStore(store);
  const [end, setEnd] = useState<PublishEnd>();
  const [isBusy, setBusy] = useState(false);
  const published = findPublished(state, draft);
  const last = state.versions.findLast((version) => version.draft === draft.key);
  const isChanged = published !== undefined && last?.text !== draft.text;

  async function publish(): Promise<void> {
    setBusy(true);
    setEnd(await publishDraft(tools, draft));
    setBusy(false);
  }

  return (
    <div className="pack-head">
      <p className="row">
        <a href={toHash()}>{i18n.t('workshop.all')}</a>
      </p>
      <div className="row spread">
        <h2 lang="en">{getPackName(draft)}</h2>
        <p className="row">
          <button
            type="button"
            className="button"
            disabled={state.history.past.length === 0}
            onClick={() => goBack(store)}
          >
            <Icon name="undo" />
            {i18n.t('workshop.undo')}
          </button>
          <button
            type="button"
            className="button"
            disabled={state.history.future.length === 0}
            onClick={() => goForth(store)}
          >
            {i18n.t('workshop.redo')}
          </button>
          <button type="button" className="button primary" aria-disabled={isBusy} onClick={() => isBusy || publish()}>
            {i18n.t('workshop.publish')}
          </button>
        </p>
      </div>
      <p className="muted small" role="status">
        {published ? i18n.t('workshop.publishedAs', [published.pack.version]) : i18n.t('workshop.unpublished')}{' '}
        {isChanged && i18n.t('workshop.changed')} {isBusy && i18n.t('workshop.trying')}
      </p>
      {end && <Published end={end} draft={draft} onLeave={() => setEnd(undefined)} />}
      <nav aria-label={i18n.t('workshop.parts')} className="strip">
        {views.map((name) => (
          <a
            key={name}
            className="part"
            href={toHash(draft.key, name)}
            {...(name === view && { 'aria-current': 'page' })}
          >
            {i18n.t(`workshop.views.${name}`)}
          </a>
        ))}
      </nav>
    </div>
  );
}
