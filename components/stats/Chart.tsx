import { type ReactNode, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { toCsv } from '../../lib/stats/export.ts';
import type { Table } from '../../lib/stats/table.ts';
import { download } from '../options/download.ts';
import { DataTable } from './DataTable.tsx';
import { savePicture } from './png.ts';

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
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const savePng = async () => {
    const svg = figure.current?.querySelector('svg');
    if (svg)
      await savePicture(svg, title, `cando-${table.name}.png`).then(
        () => setFailed(false),
        () => setFailed(true),
      );
  };
  return (
    <section className={isWide ? 'chart panel wide' : 'chart panel'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {choice}
      <p className="summary">{summary}</p>
      <figure ref={figure}>{children}</figure>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {i18n.t('stats.asTable')}
          <span className="unseen">: {title}</span>
        </summary>
        {isOpen && <DataTable table={table} title={title} />}
      </details>
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
      {hasFailed && <p role="alert">{i18n.t('stats.noPng')}</p>}
    </section>
  );
}
