import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, edit, endStep, type WorkshopStore } from '../../lib/stores/workshop.ts';
import { type Plain, setAt } from '../../lib/workshop/document.ts';
import { focusIt } from '../options/focus.ts';
import { Switch } from '../Switch.tsx';
import { ExceptionField } from './ExceptionField.tsx';
import { FaultList } from './FaultList.tsx';
import { toRecord, toTexts } from './outline.ts';
import { SeverityField } from './SeverityField.tsx';
import { TextField } from './TextField.tsx';
import { lines } from './use-field.ts';

interface ChangeFieldsProps {
  store: WorkshopStore;
  draft: Draft;
  /** The rule that is changed, or the pack. */
  id: string;
  message: string;
  change: Record<string, unknown>;
  faults: readonly PackFault[];
  isFirst: boolean;
  onDrop(): void;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What is changed in one rule: off, how grave, what silences it too, and what is offered first. */
export function ChangeFields({ store, draft, id, message, change, faults, isFirst, onDrop }: ChangeFieldsProps) {
  const set = (key: string, value: Plain | undefined) =>
    edit(store, draft.key, (text) => setAt(text, ['changes', id, key], value), `${id} ${key}`);
  const leave = () => endStep(store);
  const unless = toRecord(change.unless);
  return (
    <section className="panel change fields" aria-labelledby={`change-${id}`}>
      <h3 id={`change-${id}`} tabIndex={-1} ref={isFirst ? focusIt : undefined}>
        <span lang="en">{message}</span> <small className="muted">{id}</small>
      </h3>
      <Switch
        isOn={change.off !== true}
        label={i18n.t('workshop.changes.on')}
        onChange={(isOn) => {
          set('off', isOn ? undefined : true);
          leave();
        }}
      />
      <SeverityField
        value={SEVERITIES.find((one) => one === change.severity) ?? ''}
        empty={i18n.t('workshop.changes.asIs')}
        onSet={(severity) => {
          set('severity', severity);
          leave();
        }}
      />
      <TextField
        label={i18n.t('workshop.changes.rewrites')}
        hint={i18n.t('workshop.rule.rewritesHint')}
        faults={[]}
        value={toTexts(change.rewrites)}
        as={lines}
        onSet={(list) => set('rewrites', list.length > 0 ? list : undefined)}
        onLeave={leave}
      />
      <ExceptionField
        legend={i18n.t('workshop.changes.unless')}
        exceptions={Object.entries(unless).map(([phrase, sentence]) => [phrase, String(sentence)])}
        onSet={(list) => {
          set('unless', list.length > 0 ? Object.fromEntries(list) : undefined);
          leave();
        }}
      />
      <FaultList faults={faults} draft={draft} />
      <p className="row">
        <button type="button" className="button" onClick={onDrop}>
          {i18n.t('workshop.changes.drop')} <span className="unseen">{id}</span>
        </button>
      </p>
    </section>
  );
}
