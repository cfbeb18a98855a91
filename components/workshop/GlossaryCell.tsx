import type { ClipboardEvent, KeyboardEvent } from 'react';
import { i18n } from '#i18n';
import type { Column } from '../../lib/workshop/terms.ts';
import { useField } from './use-field.ts';

interface GlossaryCellProps {
  column: Column;
  row: number;
  value: string;
  /** By which the arrows find it: row and column. */
  place: string;
  onSet(value: string): void;
  onKey(event: KeyboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  onLeave(): void;
}

const CHOICES: Partial<Record<Column, readonly ('product' | 'banned' | 'british' | 'american' | 'indian')[]>> = {
  kind: ['product', 'banned'],
  variety: ['british', 'american', 'indian'],
};

const cell = {
  read: (text: string) =>
    text
      .split(';')
      .map((word) => word.trim())
      .filter(Boolean)
      .join('; '),
  write: (text: string) => text,
};

/** One cell: words, or a choice where there are few. */
export function GlossaryCell({ column, row, value, place, onSet, onKey, onPaste, onLeave }: GlossaryCellProps) {
  const field = useField(value, { ...cell, onSet });
  const shared = {
    className: 'field',
    'aria-label': i18n.t('workshop.glossary.cell', [i18n.t(`workshop.glossary.columns.${column}`), String(row + 1)]),
    'data-cell': place,
    onKeyDown: onKey,
    onPaste,
    onBlur: onLeave,
  };
  const choices = CHOICES[column];
  if (!choices) return <input {...shared} {...field} lang="en" autoComplete="off" spellCheck={false} />;
  const chosen = column === 'kind' && value === 'term' ? '' : value;
  return (
    <select {...shared} value={chosen} onChange={({ target }) => onSet(target.value)}>
      <option value="">{i18n.t(column === 'kind' ? 'workshop.glossary.term' : 'workshop.glossary.everywhere')}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {i18n.t(`workshop.glossary.choices.${choice}`)}
        </option>
      ))}
      {chosen !== '' && !choices.some((choice) => choice === chosen) && <option value={chosen}>{chosen}</option>}
    </select>
  );
}
