import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, edit, endStep, getId } from '../../lib/stores/workshop.ts';
import { columns, readCells, readTerms, removeTerm, setCell, setCells, toCsv } from '../../lib/workshop/terms.ts';
import { download } from '../options/download.ts';
import { FaultList } from './FaultList.tsx';
import { GlossaryCell } from './GlossaryCell.tsx';
import { GlossaryFile } from './GlossaryFile.tsx';
import type { Tools } from './tools.ts';

interface GlossaryProps {
  tools: Tools;
  draft: Draft;
  faults: readonly PackFault[];
}

const EMPTY = { say: '', not: '', kind: '', variety: '', why: '' };

/** The team's terms, edited like a spreadsheet: arrows go from cell to cell, and cells of a spreadsheet can be pasted. */
export function Glossary({ tools, draft: { key, text }, faults }: GlossaryProps) {
  const { store } = tools;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const terms = readTerms(text);
  const rows = [...terms, EMPTY];
  const comma = terms.map(({ not }) => not).find((not) => not.includes(',') && !not.includes(';'));

  function goTo(row: number, column: number): void {
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
  }

  function press(event: KeyboardEvent, row: number, column: number): void {
    const { key: pressed, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const cell = target as HTMLInputElement | HTMLSelectElement;
    // A choice has arrows of its own; within words they move the caret.
    const isWords = cell instanceof HTMLInputElement;
    const [start, end] = isWords ? [cell.selectionStart === 0, cell.selectionEnd === cell.value.length] : [true, true];
    const moves: Record<string, [number, number] | undefined> = {
      Enter: [1, 0],
      ...(isWords && { ArrowDown: [1, 0], ArrowUp: [-1, 0] }),
      ...(end && { ArrowRight: [0, 1] }),
      ...(start && { ArrowLeft: [0, -1] }),
    };
    const move = moves[pressed];
    if (!move) return;
    event.preventDefault();
    goTo(row + move[0], column + move[1]);
  }

  function paste(event: ClipboardEvent, row: number, column: number): void {
    const cells = readCells(event.clipboardData.getData('text/plain'));
    const pasted = event.clipboardData.getData('text/plain');
    // A few words are typed, not a block of cells.
    if (!/[\t\n]/.test(pasted.trim())) return;
    event.preventDefault();
    edit(store, key, (file) => setCells(file, row, columns[column] ?? 'say', cells));
  }

  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{i18n.t('workshop.glossary.title')}</h3>
      <p className="muted small">{i18n.t('workshop.glossary.about')}</p>
      <div className="scroller">
        <table ref={table} className="glossary" aria-labelledby={`${id}-title`}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {i18n.t(`workshop.glossary.columns.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((term, row) => (
              <tr key={row}>
                {columns.map((column, at) => (
                  <td key={column}>
                    <GlossaryCell
                      column={column}
                      row={row}
                      value={term[column]}
                      place={`${row} ${at}`}
                      onSet={(value) =>
                        edit(store, key, (file) => setCell(file, row, column, value), `term ${row} ${column}`)
                      }
                      onKey={(event) => press(event, row, at)}
                      onPaste={(event) => paste(event, row, at)}
                      onLeave={() => endStep(store)}
                    />
                  </td>
                ))}
                <td>
                  {row < terms.length && (
                    <button
                      type="button"
                      className="button plain"
                      onClick={() => {
                        edit(store, key, (file) => removeTerm(file, row));
                        goTo(row, 0);
                      }}
                    >
                      {i18n.t('options.remove')}{' '}
                      <span className="unseen" lang="en">
                        {term.say || term.not}
                      </span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="small">
        {comma !== undefined && i18n.t('workshop.glossary.comma', [comma])}
      </p>
      <FaultList faults={faults.filter(({ path }) => path[0] === 'terms')} draft={{ key, text }} />
      <p className="row">
        <button
          type="button"
          className="button"
          disabled={terms.length === 0}
          onClick={() =>
            download({ name: `${getId({ key, text }) || 'pack'}-terms.csv`, text: toCsv(text), type: 'text/csv' })
          }
        >
          {i18n.t('workshop.glossary.csv')}
        </button>
      </p>
      <GlossaryFile tools={tools} draft={{ key, text }} />
    </section>
  );
}
