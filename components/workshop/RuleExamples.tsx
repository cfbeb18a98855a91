import { type FormEvent, useCallback, useState } from 'react';
import { i18n } from '#i18n';
import type { Draft } from '../../lib/stores/workshop.ts';
import { addExample, dropExample, retakeExample } from '../../lib/stores/workshop-edits.ts';
import type { ExampleResult } from '../../lib/workshop/examples.ts';
import { Example } from './Example.tsx';
import { listWritten } from './examples.ts';
import { Field } from './Field.tsx';
import type { RuleOutline } from './outline.ts';
import type { Tools } from './tools.ts';
import { useAnswer } from './use-answer.ts';

interface RuleExamplesProps {
  tools: Tools;
  draft: Draft;
  rule: RuleOutline;
}

/** The examples of a rule, green or red; all must be green before it is published. */
export function RuleExamples({ tools: { bench, store }, draft: { key, text }, rule }: RuleExamplesProps) {
  const { name } = rule;
  const [typed, setTyped] = useState('');
  const ask = useCallback(() => bench.test(text, name), [bench, text, name]);
  const { value: results = [], isStale } = useAnswer(JSON.stringify([text, name]), ask);
  const examples = listWritten(rule, results);
  const red = examples.filter(({ state }) => state === 'red').length;

  function add(kind: ExampleResult['kind']): void {
    const words = typed.trim();
    if (words === '') return;
    setTyped('');
    void bench.makeExample(text, name, words).then((made) => {
      if (kind === 'right') addExample(store, key, name, { kind: 'right', text: words.replace(/[<>]/g, '') });
      else addExample(store, key, name, made.kind === 'wrong' ? made : { kind: 'wrong', text: words, expected: null });
    });
  }

  async function retake(example: ExampleResult): Promise<void> {
    retakeExample(store, key, name, example, await bench.makeExample(text, name, example.text));
  }

  return (
    <section className="stack" aria-labelledby="examples-title">
      <h3 id="examples-title">{i18n.t('workshop.examples.title')}</h3>
      <p className="muted small">{i18n.t('workshop.examples.about')}</p>
      <p role="status" className="small">
        {isStale
          ? i18n.t('workshop.trying')
          : red > 0
            ? i18n.t('workshop.redCount', red)
            : examples.length > 0 && examples.every(({ state }) => state === 'green') && i18n.t('workshop.green')}
      </p>
      {examples.length > 0 && (
        <ul className="examples-list panel">
          {examples.map((example) => (
            <Example
              key={`${example.kind} ${example.text}`}
              example={example}
              onRetake={() => void retake(example)}
              onDrop={() => dropExample(store, key, name, example)}
            />
          ))}
        </ul>
      )}
      <form className="labelled" onSubmit={(event: FormEvent) => event.preventDefault()}>
        <Field label={i18n.t('workshop.examples.add')} hint={i18n.t('workshop.examples.addHint')}>
          {(described) => (
            <input
              {...described}
              className="field"
              lang="en"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <p className="row">
          <button type="submit" className="button" onClick={() => add('wrong')}>
            {i18n.t('workshop.examples.wrong')}
          </button>
          <button type="button" className="button" onClick={() => add('right')}>
            {i18n.t('workshop.examples.right')}
          </button>
        </p>
      </form>
    </section>
  );
}
