import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import type { Draft } from '../../lib/stores/workshop.ts';
import { Notice } from '../Notice.tsx';
import { BenchBox } from './BenchBox.tsx';
import { listOutlines } from './outline.ts';
import { RuleExamples } from './RuleExamples.tsx';
import { RuleFields } from './RuleFields.tsx';
import { goTo, toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface RulePageProps {
  tools: Tools;
  draft: Draft;
  rule: string;
  faults: readonly PackFault[];
}

/** One rule: its fields and examples, and the bench to try it on. */
export function RulePage({ tools, draft, rule: name, faults }: RulePageProps) {
  const rules = listOutlines(draft);
  const at = rules.findIndex((one) => one.name === name);
  const last = useRef(at);
  if (at >= 0) last.current = at;
  // It has just been renamed, or a step back gave it the name that it had before.
  const renamed = at < 0 ? rules[last.current]?.name : undefined;
  useEffect(() => {
    if (renamed !== undefined) goTo(toHash(draft.key, 'rules', renamed), true);
  }, [draft.key, renamed]);
  const rule = rules[at] ?? rules[last.current];
  if (!rule)
    return (
      <Notice
        actions={
          <a className="button" href={toHash(draft.key)}>
            {i18n.t('workshop.toRules')}
          </a>
        }
      >
        {i18n.t('workshop.noRule')}
      </Notice>
    );
  const own = faults.filter(({ path }) => path[0] === 'rules' && path[1] === rule.name);
  return (
    <div className="beside">
      <div className="stack">
        <RuleFields tools={tools} draft={draft} rule={rule} faults={own} />
        <RuleExamples tools={tools} draft={draft} rule={rule} />
      </div>
      <BenchBox tools={tools} draft={draft} rule={rule.name} />
    </div>
  );
}
