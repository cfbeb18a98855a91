import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../lib/workshop/terms.ts';
import { button, fill, openPack, PACK, useWorkshop } from './make-workshop.tsx';

useWorkshop();

describe('The glossary', () => {
  const cell = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

  it('is filled in from cell to cell by arrows, and stands in the file', async () => {
    const { read } = await openPack(PACK, '/glossary');
    await fill(await cell('Say, row 1'), 'sign in');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(await cell('Not this, row 1'));
    await userEvent.paste('login, log in');
    await screen.findByText(/“login, log in” is one term, with its comma/);
    await userEvent.clear(await cell('Not this, row 1'));
    await userEvent.paste('login; log in');
    expect(screen.queryByText(/is one term/)).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(await cell('Not this, row 2'));
    await userEvent.paste('e-mail\temail\nbanned\tguys');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Kind, row 1' }), 'Product name');
    expect(read()).toContain('- say: sign in\n    not:\n      - login\n      - log in\n    kind: product\n');
    await userEvent.click(await button('Remove sign in'));
    expect(read()).not.toContain('sign in');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(read()).toContain('sign in');
  });
});

describe('A glossary’s CSV file', () => {
  const choose = async (name: string, content: BlobPart) =>
    userEvent.upload(
      await screen.findByLabelText('Take terms from a CSV file, or drop it here'),
      new File([content], name, { type: 'text/csv' }),
    );
  const terms = `${PACK}terms:\n  # asked for by Ana\n  - say: sign in\n    not:\n      - login\n      - log in\n    severity: error\n`;

  it('is told of before it is taken, with the rows that are left out, and goes below what is there', async () => {
    const { read } = await openPack(terms, '/glossary');
    await choose('words.csv', 'Use,Avoid,English\nsign in,login; log in,\ncolour,color,British\n,,Klingon\n');
    const found = await screen.findByRole('region', { name: '“words.csv” holds 2 terms.' });
    expect(document.activeElement).toBe(within(found).getByRole('heading'));
    expect(within(found).getByText('Row 4:', { exact: false })).toBeTruthy();
    expect(read()).toBe(terms);
    await userEvent.click(within(found).getByRole('button', { name: 'Add those that are new' }));
    await screen.findByText('The glossary has 2 terms now. Undo brings back what was there.');
    expect(read()).toBe(`${terms}  - say: colour\n    not: color\n    variety: british\n`);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(read()).toBe(terms);
  });

  it('that was exported comes back as it was', async () => {
    const { read } = await openPack(terms, '/glossary');
    await choose('acme-terms.csv', toCsv(terms));
    await userEvent.click(await button('Take them in place of all terms here'));
    expect(read()).toBe(terms);
  });

  it('may come from an old spreadsheet', async () => {
    const { read } = await openPack(PACK, '/glossary');
    const words = Uint8Array.from('say,not\ndon\x92t,do nt\n', (letter) => letter.charCodeAt(0));
    await choose('old.csv', words as BlobPart);
    await userEvent.click(await button('Add those that are new'));
    expect(read()).toContain('- say: don’t\n');
  });
});
