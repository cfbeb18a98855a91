import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Draft } from '../../lib/stores/workshop.ts';
import { addExample } from '../../lib/stores/workshop-edits.ts';
import type { CheckedFlag } from '../../lib/workshop/bench.ts';
import { BenchFlag } from './BenchFlag.tsx';
import { TraceList } from './TraceList.tsx';
import type { Tools } from './tools.ts';
import { useAnswer } from './use-answer.ts';

interface BenchBoxProps {
  tools: Tools;
  draft: Draft;
  rule: string;
}

/** A reply to try a rule on, or the whole pack: marks as one types, and how they came about. */
export function BenchBox({ tools, draft: { key, text }, rule }: BenchBoxProps) {
  const { bench, markBox, store } = tools;
  const id = useId();
  const [reply, setReply] = useState('');
  const [isAlone, setAlone] = useState(true);
  const [kept, setKept] = useState<'wrong' | 'right'>();
  const box = useRef<HTMLTextAreaElement>(null);
  const draw = useRef<(flags: readonly CheckedFlag[]) => void>(undefined);

  useEffect(() => {
    const page = new AbortController();
    if (box.current) draw.current = markBox(box.current, page.signal);
    return () => page.abort();
  }, [markBox]);

  const ask = useCallback(
    () => bench.check({ text, reply, ...(isAlone && { rule }) }),
    [bench, text, reply, isAlone, rule],
  );
  const { value, isStale } = useAnswer(JSON.stringify([text, reply, isAlone, rule]), ask);
  const flags = value?.flags ?? [];
  useEffect(() => {
    if (!isStale) draw.current?.(value?.flags ?? []);
  }, [value, isStale]);

  async function keep(): Promise<void> {
    const example = await bench.makeExample(text, rule, reply.trim());
    addExample(store, key, rule, example);
    setKept(example.kind);
  }

  return (
    <section className="bench panel" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{i18n.t('workshop.bench.title')}</h3>
      <label htmlFor={`${id}-box`}>{i18n.t('workshop.bench.box')}</label>
      <textarea
        id={`${id}-box`}
        ref={box}
        className="field"
        data-own-undo
        lang="en"
        dir="ltr"
        rows={5}
        spellCheck={false}
        defaultValue=""
        onInput={({ currentTarget }) => {
          setReply(currentTarget.value);
          setKept(undefined);
        }}
      />
      <fieldset className="row plain-set">
        <legend className="unseen">{i18n.t('workshop.bench.who')}</legend>
        {[true, false].map((alone) => (
          <label key={String(alone)} className="check">
            <input type="radio" name={`${id}-who`} checked={isAlone === alone} onChange={() => setAlone(alone)} />
            {i18n.t(alone ? 'workshop.bench.alone' : 'workshop.bench.all')}
          </label>
        ))}
      </fieldset>
      <p className="row">
        <button type="button" className="button" disabled={reply.trim() === ''} onClick={keep}>
          {i18n.t('workshop.bench.keep')}
        </button>
      </p>
      <div role="status">
        {kept && <p className="small">{i18n.t(`workshop.bench.kept.${kept}`)}</p>}
        {reply.trim() !== '' && !isStale && (
          <p className="small">
            {flags.length > 0 ? i18n.t('workshop.bench.marks', flags.length) : i18n.t('workshop.bench.quiet')}
          </p>
        )}
      </div>
      {flags.length > 0 && (
        <ul className="bench-flags">
          {flags.map((flag) => (
            <BenchFlag key={`${flag.ruleId} ${flag.span.start}`} flag={flag} reply={reply} />
          ))}
        </ul>
      )}
      {value && value.traces.length > 0 && (
        <details>
          <summary>{i18n.t('workshop.bench.trace')}</summary>
          <TraceList traces={value.traces} />
        </details>
      )}
    </section>
  );
}
