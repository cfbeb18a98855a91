import './workshop.css';
import { Fragment, type KeyboardEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { getDraft, goBack, goForth } from '../../lib/stores/workshop.ts';
import { Notice } from '../Notice.tsx';
import { PackList } from './PackList.tsx';
import { PackPage } from './PackPage.tsx';
import { readRoute } from './route.ts';
import type { Tools } from './tools.ts';

/** Where a lead writes packs, tries them out and publishes them. */
export function Workshop({ tools, target }: { tools: Tools; target: string }) {
  const { store, bench } = tools;
  const state = useStore(store);
  const route = readRoute(target);
  const draft = getDraft(state, route.key);
  const { installed, status, failure } = state;
  const { isLost, starts } = useSyncExternalStore(bench.life.subscribe, bench.life.get);

  // Ahead of all that the parts of the page ask, and again where a worker was started anew.
  useLayoutEffect(() => {
    void bench.setInstalled(installed.filter(({ isOn }) => isOn).map(({ pack }) => pack));
  }, [bench, installed, starts]);

  function press(event: KeyboardEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    // What is typed to try a rule out is no step of the pack.
    if ((event.target as Element).closest('[data-own-undo]')) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    void (key === 'z' && !event.shiftKey ? goBack(store) : goForth(store));
  }

  if (status === 'loading') return <p role="status">{i18n.t('workshop.loading')}</p>;
  if (status === 'unreadable') return <Notice kind="trouble">{i18n.t('workshop.unreadable')}</Notice>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that take steps back, wherever the focus is
    <div className="workshop" onKeyDown={press}>
      {failure && <Notice kind="trouble">{i18n.t(`workshop.failure.${failure}`)}</Notice>}
      {isLost && (
        <Notice
          kind="trouble"
          actions={
            <button type="button" className="button" onClick={bench.restart}>
              {i18n.t('workshop.again')}
            </button>
          }
        >
          {i18n.t('workshop.lost')}
        </Notice>
      )}
      <Fragment key={starts}>
        {draft ? <PackPage tools={tools} draft={draft} route={route} /> : <PackList tools={tools} />}
      </Fragment>
    </div>
  );
}
