import { useState } from 'react';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, edit, endStep } from '../../lib/stores/workshop.ts';
import { deleteRule, renameRule, setPhrases } from '../../lib/stores/workshop-edits.ts';
import { type Plain, setAt } from '../../lib/workshop/document.ts';
import { isUnnamed, listRules, suggestName } from '../../lib/workshop/new-pack.ts';
import { focusIt } from '../options/focus.ts';
import { ExceptionField } from './ExceptionField.tsx';
import { FaultList } from './FaultList.tsx';
import type { RuleOutline } from './outline.ts';
import { RuleNameField } from './RuleNameField.tsx';
import { goTo, toHash } from './route.ts';
import { SeverityField } from './SeverityField.tsx';
import { TextField } from './TextField.tsx';
import type { Tools } from './tools.ts';
import { lines, words } from './use-field.ts';

interface RuleFieldsProps {
  tools: Tools;
  draft: Draft;
  rule: RuleOutline;
  faults: readonly PackFault[];
}

/** What has a field of its own: faults elsewhere are listed below. */
const SHOWN: readonly PropertyKey[] = ['phrases', 'instead', 'message', 'why', 'rewrites'];

/** A rule in plain fields, for what most rules need; the rest stands in the YAML. */
export function RuleFields({ tools: { store }, draft, rule, faults }: RuleFieldsProps) {
  const { name } = rule;
  const set = (key: string, value: Plain | undefined) =>
    edit(store, draft.key, (text) => setAt(text, ['rules', name, key], value), `${name} ${key}`);
  const leave = () => endStep(store);
  const find = (key: string) => faults.filter(({ path }) => path[2] === key);
  const isNew = isUnnamed(name);
  // Who has begun it goes on to the next field while it gets its name.
  const [isBegun] = useState(isNew);
  const elsewhere = faults.filter(
    ({ path }) => path.length > 2 && !SHOWN.includes(path[2] as PropertyKey) && path[2] !== 'examples',
  );

  function rename(next: string): void {
    renameRule(store, draft.key, name, next);
    goTo(toHash(draft.key, 'rules', next), true);
  }

  /** A new rule gets its name from what it flags, so that nobody needs to think of one. */
  function leavePhrases(): void {
    leave();
    const next = isNew && rule.phrases[0] ? suggestName(rule.phrases[0], new Set(listRules(draft.text))) : undefined;
    if (next) rename(next);
  }

  return (
    <section className="fields" aria-labelledby="rule-title">
      <h3 id="rule-title" tabIndex={-1} ref={isBegun ? undefined : focusIt}>
        {isNew ? i18n.t('workshop.newRule') : name}
      </h3>
      <TextField
        label={i18n.t('workshop.rule.phrases')}
        hint={i18n.t('workshop.rule.phrasesHint')}
        faults={[...find('phrases'), ...find('instead')]}
        value={rule.phrases}
        rows={2}
        isFirst={isBegun}
        as={lines}
        onSet={(list) => setPhrases(store, draft.key, name, list, rule.instead)}
        onLeave={leavePhrases}
      />
      <TextField
        label={i18n.t('workshop.rule.message')}
        hint={i18n.t('workshop.rule.messageHint')}
        faults={find('message')}
        value={rule.message}
        as={words}
        onSet={(value) => set('message', value || undefined)}
        onLeave={leave}
      />
      <TextField
        label={i18n.t('workshop.rule.why')}
        hint={i18n.t('workshop.rule.whyHint')}
        faults={find('why')}
        value={rule.why}
        rows={2}
        as={words}
        onSet={(value) => set('why', value || undefined)}
        onLeave={leave}
      />
      {rule.instead === 'many' ? (
        <p className="muted small">{i18n.t('workshop.rule.insteadMany')}</p>
      ) : (
        <TextField
          label={i18n.t('workshop.rule.instead')}
          hint={i18n.t('workshop.rule.insteadHint')}
          value={rule.instead}
          as={lines}
          onSet={(list) => setPhrases(store, draft.key, name, rule.phrases, list)}
          onLeave={leave}
        />
      )}
      <TextField
        label={i18n.t('workshop.rule.rewrites')}
        hint={i18n.t('workshop.rule.rewritesHint')}
        faults={find('rewrites')}
        value={rule.rewrites}
        as={lines}
        onSet={(list) => set('rewrites', list.length > 0 ? list : undefined)}
        onLeave={leave}
      />
      <ExceptionField
        legend={i18n.t('workshop.rule.unless')}
        exceptions={rule.unless}
        onSet={(list) => {
          set('unless', list.length > 0 ? Object.fromEntries(list) : undefined);
          leave();
        }}
      />
      <div className="row">
        <SeverityField
          value={rule.severity}
          faults={find('severity')}
          onSet={(severity) => {
            set('severity', severity);
            leave();
          }}
        />
        <RuleNameField key={name} name={name} taken={listRules(draft.text)} onRename={rename} />
      </div>
      <FaultList faults={elsewhere} draft={draft} />
      <p className="row small">
        <a href={toHash(draft.key, 'yaml')}>{i18n.t('workshop.rule.more')}</a>
        <button
          type="button"
          className="button plain"
          onClick={() => {
            deleteRule(store, draft.key, name);
            goTo(toHash(draft.key));
          }}
        >
          {i18n.t('workshop.rule.delete')}
        </button>
      </p>
    </section>
  );
}
