import { useEffect, useId, useRef } from 'react';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, edit, endStep } from '../../lib/stores/workshop.ts';
import type { Tools } from './tools.ts';

interface YamlViewProps {
  tools: Tools;
  draft: Draft;
  faults: readonly PackFault[];
  /** A line to go to, from 1. */
  line: number | undefined;
}

/** The pack's file as it is, with its faults by line. */
export function YamlView({ tools: { store }, draft, faults, line }: YamlViewProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (line !== undefined) goToLine(area.current, line, 1);
  }, [line]);

  return (
    <section className="stack">
      <p className="muted small">{i18n.t('workshop.yaml.about')}</p>
      <p role="status" className="small">
        {faults.length > 0 ? i18n.t('workshop.yaml.faults', faults.length) : i18n.t('workshop.yaml.sound')}
      </p>
      {faults.length > 0 && (
        <ul className="reds">
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.message}`}>
              <button
                type="button"
                className="button plain"
                onClick={() => goToLine(area.current, fault.line, fault.column)}
              >
                {i18n.t('workshop.place', [String(fault.line), String(fault.column)])}
              </button>{' '}
              <span lang="en">{fault.message}</span>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={`${id}-yaml`}>{i18n.t('workshop.yaml.label')}</label>
      <textarea
        id={`${id}-yaml`}
        ref={area}
        className="field yaml"
        rows={24}
        spellCheck={false}
        autoComplete="off"
        dir="ltr"
        wrap="off"
        aria-invalid={faults.length > 0}
        value={draft.text}
        onChange={({ target }) => edit(store, draft.key, () => target.value, 'yaml')}
        onBlur={() => endStep(store)}
      />
    </section>
  );
}

/** Puts the caret there, and the line into view. */
function goToLine(area: HTMLTextAreaElement | null, line: number, column: number): void {
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(Math.min(start + column - 1, end), end);
  const height = area.scrollHeight / Math.max(1, lines.length);
  area.scrollTop = Math.max(0, (line - 4) * height);
}
