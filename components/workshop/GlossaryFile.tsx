import { useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Draft, edit } from '../../lib/stores/workshop.ts';
import { readFileText } from '../../lib/workshop/file-text.ts';
import type { BenchLink } from '../../lib/workshop/link.ts';
import { readTerms, takeTerms } from '../../lib/workshop/terms.ts';
import { Notice } from '../Notice.tsx';
import { focusIt } from '../options/focus.ts';
import type { Tools } from './tools.ts';

/** Bytes; a glossary of two thousand terms is far smaller. */
const LARGEST = 2_000_000;

type Read = { name: string } & Awaited<ReturnType<BenchLink['readGlossary']>>;

/** Takes terms from a CSV file: what is in it is told before they are taken. */
export function GlossaryFile({ tools: { store, bench }, draft }: { tools: Tools; draft: Draft }) {
  const id = useId();
  const [file, setFile] = useState<Read>();
  const [fault, setFault] = useState<'tooLarge' | 'unreadable'>();
  const [isDone, setDone] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function open(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    setFile(undefined);
    setDone(false);
    setFault(undefined);
    if (chosen.size > LARGEST) return setFault('tooLarge');
    try {
      setFile({ name: chosen.name, ...(await bench.readGlossary(await readFileText(chosen))) });
    } catch {
      setFault('unreadable');
    }
  }

  function take(how: 'replace' | 'add'): void {
    edit(store, draft.key, (text) => takeTerms(text, file?.terms ?? [], how));
    setFile(undefined);
    setDone(true);
  }

  const isEmpty = readTerms(draft.text).length === 0;
  return (
    <>
      <div className="drop">
        <label className="list-label" htmlFor={`${id}-file`}>
          {i18n.t('workshop.glossary.file.choose')}
        </label>
        <input
          id={`${id}-file`}
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt"
          aria-describedby={`${id}-about`}
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = '';
          }}
        />
        <p id={`${id}-about`} className="muted small">
          {i18n.t('workshop.glossary.file.about')}
        </p>
      </div>
      {fault && <Notice kind="trouble">{i18n.t(`workshop.glossary.file.${fault}`)}</Notice>}
      {isDone && (
        // The button that was pressed is gone, and keys that take it back must still be heard.
        <div tabIndex={-1} ref={focusIt}>
          <Notice kind="good">{sayCount('workshop.glossary.file.done', readTerms(draft.text).length)}</Notice>
        </div>
      )}
      {file && (
        <section className="preview panel" aria-labelledby={`${id}-found`}>
          <h3 id={`${id}-found`} tabIndex={-1} ref={focusIt}>
            {sayCount('workshop.glossary.file.found', file.terms.length, file.name)}
          </h3>
          {file.faults.length > 0 && (
            <>
              <p>{sayCount('workshop.glossary.file.faults', file.faults.length)}</p>
              <ul className="reds">
                {file.faults.map(({ line, message }) => (
                  <li key={`${line} ${message}`}>
                    {i18n.t('workshop.glossary.file.line', [String(line)])}: <span lang="en">{message}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="row">
            {file.terms.length > 0 && (
              <button type="button" className="button primary" onClick={() => take('add')}>
                {i18n.t('workshop.glossary.file.add')}
              </button>
            )}
            {file.terms.length > 0 && !isEmpty && (
              <button type="button" className="button" onClick={() => take('replace')}>
                {i18n.t('workshop.glossary.file.replace')}
              </button>
            )}
            <button
              type="button"
              className="button"
              onClick={() => {
                setFile(undefined);
                input.current?.focus();
              }}
            >
              {i18n.t('workshop.glossary.file.leave')}
            </button>
          </p>
        </section>
      )}
    </>
  );
}

function sayCount(
  key: 'workshop.glossary.file.done' | 'workshop.glossary.file.found' | 'workshop.glossary.file.faults',
  count: number,
  name = '',
) {
  return i18n.t(key, count, [String(count), name]);
}
