import { useCallback } from 'react';
import { i18n } from '#i18n';
import type { Draft } from '../../lib/stores/workshop.ts';
import { readRaw } from '../../lib/workshop/document.ts';
import { Notice } from '../Notice.tsx';
import { ChangesView } from './ChangesView.tsx';
import { EffectView } from './EffectView.tsx';
import { Glossary } from './Glossary.tsx';
import { PackHead } from './PackHead.tsx';
import { PackRules } from './PackRules.tsx';
import { RulePage } from './RulePage.tsx';
import { type Route, toHash } from './route.ts';
import type { Tools } from './tools.ts';
import { useAnswer } from './use-answer.ts';
import { Versions } from './Versions.tsx';
import { YamlView } from './YamlView.tsx';

/** One pack: its rules, its glossary, what it changes, its file, its effect and its versions. */
export function PackPage({ tools, draft, route }: { tools: Tools; draft: Draft; route: Route }) {
  const { text } = draft;
  const ask = useCallback(() => tools.bench.compile(text), [tools, text]);
  const { value } = useAnswer(text, ask);
  const faults = value?.faults ?? [];
  const raw = readRaw(text);
  return (
    <>
      <PackHead tools={tools} draft={draft} view={route.view} />
      {show()}
    </>
  );

  function show() {
    switch (route.view) {
      case 'yaml':
        return <YamlView tools={tools} draft={draft} faults={faults} line={Number(route.part) || undefined} />;
      case 'versions':
        return <Versions tools={tools} draft={draft} />;
      case 'effect':
        return <EffectView tools={tools} draft={draft} />;
    }
    if (!raw)
      return (
        <Notice
          kind="trouble"
          actions={
            <a className="button" href={toHash(draft.key, 'yaml')}>
              {i18n.t('workshop.toYaml')}
            </a>
          }
        >
          {i18n.t('workshop.brokenYaml')}
        </Notice>
      );
    if (route.view === 'glossary') return <Glossary tools={tools} draft={draft} faults={faults} />;
    if (route.view === 'changes') return <ChangesView tools={tools} draft={draft} faults={faults} at={route.part} />;
    if (route.part !== '') return <RulePage tools={tools} draft={draft} rule={route.part} faults={faults} />;
    return <PackRules tools={tools} draft={draft} faults={faults} />;
  }
}
