import { useStore } from 'zustand';
import { i18n } from '#i18n';
import { type Draft, findPublished, withdraw } from '../../lib/stores/workshop.ts';
import { readRaw } from '../../lib/workshop/document.ts';
import { Icon } from '../Icon.tsx';
import { download } from '../options/download.ts';
import { getPackName, type RuleOutline, toRecord, toText } from './outline.ts';
import { RuleRow } from './RuleRow.tsx';
import { toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface OwnPackProps {
  tools: Tools;
  draft: Draft;
  /** Those that are sought. */
  rules: readonly RuleOutline[];
  onRule(): void;
  onDelete(): void;
}

/** A pack of the team, its rules, and what can be done with it as a whole. */
export function OwnPack({ tools, draft, rules, onRule, onDelete }: OwnPackProps) {
  const published = useStore(tools.store, (state) => findPublished(state, draft));
  const raw = readRaw(draft.text);
  const name = getPackName(draft);
  const terms = Array.isArray(raw?.terms) ? raw.terms.length : 0;
  const changes = Object.keys(toRecord(raw?.changes)).length;
  const ofPack = (
    <span className="unseen" lang="en">
      {name}
    </span>
  );
  return (
    <li className="pack panel">
      <div className="head">
        <h3 lang="en">
          <a href={toHash(draft.key)}>{name}</a>
        </h3>
        <span className="state small">
          {published ? i18n.t('workshop.publishedAs', [published.pack.version]) : i18n.t('workshop.unpublished')}
        </span>
      </div>
      {toText(raw?.about) && (
        <p className="muted small inset" lang="en">
          {toText(raw?.about)}
        </p>
      )}
      {(terms > 0 || changes > 0) && (
        <p className="row inset small">
          {terms > 0 && <a href={toHash(draft.key, 'glossary')}>{i18n.t('workshop.terms', terms)}</a>}
          {changes > 0 && <a href={toHash(draft.key, 'changes')}>{i18n.t('workshop.changesOf', changes)}</a>}
        </p>
      )}
      <ul className="rows">
        {rules.map((rule) => (
          <RuleRow key={rule.name} draft={draft} rule={rule} />
        ))}
      </ul>
      <p className="row inset">
        <button type="button" className="button" onClick={onRule}>
          <Icon name="plus" />
          {i18n.t('workshop.newRule')} {ofPack}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => download({ name: `${toText(raw?.id) || 'pack'}.yaml`, text: draft.text, type: 'text/yaml' })}
        >
          {i18n.t('workshop.export')} {ofPack}
        </button>
        {published && (
          <button type="button" className="button" onClick={() => withdraw(tools.store, draft)}>
            {i18n.t('workshop.withdraw')} {ofPack}
          </button>
        )}
        <button type="button" className="button" onClick={onDelete}>
          {i18n.t('workshop.delete')} {ofPack}
        </button>
      </p>
    </li>
  );
}
