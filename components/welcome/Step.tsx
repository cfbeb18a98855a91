import type { ReactNode } from 'react';

/** One step of the way in. Its name is its anchor. */
export function Step({
  number,
  name,
  title,
  children,
}: {
  number: number;
  name: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section className="step" id={name} aria-labelledby={`${name}-title`}>
      <span className="number" aria-hidden="true">
        {number}
      </span>
      <h2 id={`${name}-title`}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
