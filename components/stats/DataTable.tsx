import { i18n } from '#i18n';
import type { Cell, Kind, Table } from '../../lib/stats/table.ts';
import { writeCount, writeDay, writeRate } from './numbers.ts';

/** A chart's numbers. Where it is wider than the page it scrolls by itself, by keyboard too. */
export function DataTable({ table: { columns, rows }, title }: { table: Table; title: string }) {
  // Paper is narrow: what is nothing in every row, and the ids, stay on the screen.
  const looks = columns.map(({ name, kind }, at) => {
    const isSpare = name === 'id' || rows.every((row) => !row[at]);
    return isSpare ? `${kind} spare` : kind;
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroll" tabIndex={0} aria-label={`${i18n.t('stats.asTable')}: ${title}`}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, title: head }, at) => (
              <th key={name} scope="col" className={looks[at]}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\n')}>
              {row.map((cell, at) => {
                const { name, kind } = columns[at] as (typeof columns)[number];
                const Tag = at === 0 ? 'th' : 'td';
                return (
                  <Tag key={name} className={looks[at]} {...(at === 0 && { scope: 'row' })} lang={getLanguage(kind)}>
                    {writeCell(cell, kind)}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function getLanguage(kind: Kind): string | undefined {
  return kind === 'english' ? 'en' : undefined;
}

function writeCell(cell: Cell, kind: Kind): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return kind === 'day' ? writeDay(cell) : cell;
  return kind === 'rate' ? writeRate(cell) : writeCount(cell);
}
