import { useCallback } from 'react';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, edit, endStep } from '../../lib/stores/workshop.ts';
import { beginRule } from '../../lib/stores/workshop-edits.ts';
import { readRaw, setAt } from '../../lib/workshop/document.ts';
import { Icon } from '../Icon.tsx';
import { FaultList } from './FaultList.tsx';
import { listOutlines, toText } from './outline.ts';
import { RuleRow } from './RuleRow.tsx';
import { goTo, toHash } from './route.ts';
import { TextField } from './TextField.tsx';
import type { Tools } from './tools.ts';
import { useAnswer } from './use-answer.ts';
import { words } from './use-field.ts';
import { useFired } from './use-fired.ts';

interface PackRulesProps {
  tools: Tools;
  draft: Draft;
  faults: readonly PackFault[];
}

const HEADER = ['name', 'about', 'id', 'version', 'language', 'maintainer'] as const;

/** The rules of a pack, each with its examples' colour, and what the pack says of itself. */
export function PackRules({ tools, draft, faults }: PackRulesProps) {
  const { store, bench } = tools;
  const { text } = draft;
  const ask = useCallback(() => bench.test(text), [bench, text]);
  const { value: examples } = useAnswer(text, ask);
  const raw = readRaw(text);
  const rules = listOutlines(draft);
  const fired = useFired();
  const countRed = (rule: string) =>
    (examples ?? []).filter((one) => one.rule === rule && one.problem !== undefined).length +
    faults.filter(({ path }) => path[0] === 'rules' && path[1] === rule).length;
  return (
    <>
      <section className="stack">
        <ul className="rows panel">
          {rules.map((rule) => (
            <RuleRow
              key={rule.name}
              draft={draft}
              rule={rule}
              red={examples && countRed(rule.name)}
              fired={fired?.get(`${toText(raw?.id)}/${rule.name}`) ?? 0}
            />
          ))}
        </ul>
        <p className="row">
          <button
            type="button"
            className="button"
            onClick={() => goTo(toHash(draft.key, 'rules', beginRule(store, draft.key)))}
          >
            <Icon name="plus" />
            {i18n.t('workshop.newRule')}
          </button>
        </p>
        <FaultList faults={faults} draft={draft} />
      </section>
      <section className="stack">
        <h3>{i18n.t('workshop.header')}</h3>
        <div className="fields">
          {HEADER.map((key) => (
            <TextField
              key={key}
              label={i18n.t(`workshop.headers.${key}`)}
              faults={faults.filter(({ path }) => path[0] === key)}
              value={toText(raw?.[key])}
              as={words}
              onSet={(value) => edit(store, draft.key, (file) => setAt(file, [key], value || undefined), key)}
              onLeave={() => endStep(store)}
            />
          ))}
        </div>
      </section>
    </>
  );
}
