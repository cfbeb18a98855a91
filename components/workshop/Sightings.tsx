import type { Sighting } from '../../lib/workshop/effect.ts';

interface SightingsProps {
  title: string;
  kind: 'added' | 'gone';
  sightings: readonly Sighting[];
}

const SIGNS = { added: '+', gone: '−' } as const;

/** Sentences with the words that would be marked, or not any more. */
export function Sightings({ title, kind, sightings }: SightingsProps) {
  if (sightings.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h4>{title}</h4>
      <ul className="rows panel">
        {sightings.map(({ reply, ruleId, sentence, span }) => (
          <li key={`${reply} ${ruleId} ${span.start} ${sentence}`} lang="en">
            <span className={kind === 'added' ? 'green' : 'red'}>{SIGNS[kind]}</span> {sentence.slice(0, span.start)}
            <mark>{sentence.slice(span.start, span.end)}</mark>
            {sentence.slice(span.end)} <small className="muted">{ruleId}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
