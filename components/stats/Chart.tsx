import { type ReactNode, useContext, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { toCsv } from '../../lib/stats/export.ts';
import type { Table } from '../../lib/stats/table.ts';
import { download } from '../options/download.ts';
import { DataTable } from './DataTable.tsx';
import { DaysShown } from './days-shown.ts';
import { savePicture } from './png.ts';
import { usePrinting } from './use-printing.ts';

interface ChartProps {
  title: string;
  /** What the chart shows, in a sentence. */
  summary: ReactNode;
  table: Table;
  /** What is chosen for this chart alone. */
  choice?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

/** A chart with its sentence, its table and its files. */
export function Chart({ title, summary, table, choice, isWide = false, children }: ChartProps) {
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const sentence = useRef<HTMLParagraphElement>(null);
  const days = useContext(DaysShown);
  const [isOpen, setOpen] = useState(false);
  const isPrinting = usePrinting();
  const [hasFailed, setFailed] = useState(false);
  // Where there is nothing to draw, the sentence says so.
  const hasRows = table.rows.length > 0;
  const savePng = async () => {
    const svg = figure.current?.querySelector('svg');
    const notes = [...(figure.current?.querySelectorAll('.legend') ?? [])].map((note) => note.textContent);
    const words = { title, lead: [days, sentence.current?.textContent ?? ''], notes };
    if (svg)
      await savePicture(svg, words, `cando-${table.name}.png`).then(
        () => setFailed(false),
        () => setFailed(true),
      );
  };
  return (
    <section className={isWide ? 'chart panel wide' : 'chart panel'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {choice}
      <p className="summary" ref={sentence}>
        {summary}
      </p>
      {hasRows && (
        <>
          <figure ref={figure}>{children}</figure>
          <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>
              {i18n.t('stats.asTable')}
              <span className="unseen">: {title}</span>
            </summary>
            {isOpen && <DataTable table={table} title={title} />}
          </details>
          {isPrinting && !isOpen && <DataTable table={table} title={title} />}
          <p className="files">
            <button type="button" className="button plain small" onClick={savePng}>
              {i18n.t('stats.png')} <span className="unseen">{title}</span>
            </button>
            <button
              type="button"
              className="button plain small"
              onClick={() => download({ name: `cando-${table.name}.csv`, text: toCsv(table), type: 'text/csv' })}
            >
              {i18n.t('stats.csv')} <span className="unseen">{title}</span>
            </button>
          </p>
        </>
      )}
      {hasFailed && <p role="alert">{i18n.t('stats.noPng')}</p>}
    </section>
  );
}
