import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { goTo } from '../../../components/workshop/route.ts';
import { loadPacks } from '../../../lib/storage/packs.ts';
import { addDraft } from '../../../lib/stores/workshop.ts';
import { button, field, fill, openPack, openWorkshop, PACK, useWorkshop } from './make-workshop.tsx';

useWorkshop();

describe('A first rule', () => {
  it('is made, named by what it marks, proved on the bench and published', async () => {
    const { store } = await openWorkshop();
    await userEvent.click(await button('Make your first rule'));
    const phrases = await field('Words to mark');
    expect(document.activeElement).toBe(phrases);
    await fill(phrases, 'widget');
    await fill(await field('What to say instead'), 'product');
    await fill(await field('What the agent should do'), 'Say product.');
    await fill(await field('Why'), 'Nobody outside says widget.');
    await screen.findByRole('heading', { level: 3, name: 'widget' });
    const box = await field('Write as an agent would');
    await fill(box, 'Your widget is here.');
    await screen.findByText('1 mark.');
    await userEvent.click(await button('Make an example of this'));
    await userEvent.clear(box);
    await fill(box, 'Your parcel is here.');
    await screen.findByText('Nothing is marked.');
    await userEvent.click(await button('Make an example of this'));
    await screen.findByText('Examples hold');
    await userEvent.click(await button('Publish'));
    await screen.findByText('Published as 1.0.0. Open pages have it now.');
    const { packs } = await loadPacks();
    expect(packs.map(({ pack }) => pack.rules.map(({ id }) => id))).toEqual([['our-words/widget']]);
    expect(store.getState().history.now[0]?.text).toContain('Your <widget> is here.: Your product is here.');
  });

  it('is not published while it lacks something, and what is said', async () => {
    await openWorkshop();
    await userEvent.click(await button('Make your first rule'));
    await fill(await field('Words to mark'), 'widget');
    await userEvent.click(await button('Publish'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not published: 3 things must be mended first.');
    expect(within(alert).getAllByRole('link', { name: 'widget' })).toHaveLength(3);
    for (const words of ['“What the agent should do” is empty.', '“Why” is empty.', 'It has no examples yet.'])
      expect(alert.textContent).toContain(words);
    expect((await loadPacks()).packs).toEqual([]);
  });
});

describe('A rule in fields and in YAML', () => {
  it('is the same: what is typed in the one shows in the other, and comments stay', async () => {
    const { key, read } = await openPack(PACK, '/rules/widget');
    await fill(await field('What the agent should do'), ' Always.');
    expect(read()).toContain('name: Acme # ours');
    expect(read()).toContain('message: Say product. Always.');
    goTo(`#workshop/${key}/yaml`);
    const yaml = await field("The pack's file");
    expect(yaml.value).toBe(read());
    await userEvent.clear(yaml);
    await userEvent.paste(PACK.replace('[widget]', '[widget, gadget]').replace('why:', 'wy:'));
    await screen.findByText(/did you mean "why"/);
    await userEvent.click(await button('Line 7, column 5'));
    expect(yaml.value.slice(yaml.selectionStart, yaml.selectionEnd)).toContain('wy: Nobody');
    goTo(`#workshop/${key}/rules/widget`);
    expect((await field('Words to mark')).value).toBe('widget\ngadget');
  });

  it('keeps quiet with the words of an exception, which is tried as an example', async () => {
    const { read } = await openPack(PACK, '/rules/widget');
    await fill(await field('Words that silence it'), 'widget shop');
    await fill(await field('A sentence that shows why'), 'Come to our widget shop.');
    await userEvent.click(await button('Add this exception'));
    expect(read()).toContain('unless:\n      widget shop: Come to our widget shop.');
    await screen.findByText('Must stay quiet: an exception');
    await screen.findByText('Examples hold');
    await userEvent.click(await button('Remove widget shop'));
    expect(read()).toBe(PACK);
  });

  it('goes back field by field, and forth', async () => {
    const { read } = await openPack(PACK, '/rules/widget');
    await fill(await field('What the agent should do'), ' One.');
    await fill(await field('Why'), ' Two.');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(read()).toBe(PACK.replace('Say product.', 'Say product. One.'));
    await userEvent.click(await button('Undo'));
    expect(read()).toBe(PACK);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(read()).toContain('One.');
  });
});

describe('An example', () => {
  it('that fails is red, says what happened instead, and can be taken as it is now', async () => {
    const { read } = await openPack(PACK.replace('<widget> is', 'widget <is>'), '/rules/widget');
    await screen.findByText('is marked at "widget"');
    await userEvent.click(await button('Publish'));
    expect((await screen.findByRole('alert')).textContent).toContain('1 thing must be mended');
    await userEvent.click(await button(/^Take it as it is now/));
    expect(read()).toBe(PACK);
    await screen.findByText('Examples hold');
  });
});

describe('Versions', () => {
  it('are kept when published, tell what changed, and come back', async () => {
    const { key } = await openPack(PACK, '/rules/widget');
    await userEvent.click(await button('Publish'));
    await screen.findByText(/Published as 1.0.0/);
    await fill(await field('Words to mark'), '\ngadget');
    await userEvent.click(await button('Publish'));
    await screen.findByText(/Published as 1.0.1/);
    goTo(`#workshop/${key}/versions`);
    await userEvent.click(await button(/^What changed 1.0.1/));
    expect(screen.getByText('gadget', { exact: false, selector: '.added code' })).toBeTruthy();
    await userEvent.click(await button(/^Roll back 1.0.0/));
    await screen.findByText('Version 1.0.0 is published again. Open pages have it now.');
    const { packs } = await loadPacks();
    expect(packs[0]?.pack).toMatchObject({ version: '1.0.0', rules: [{ phrases: ['widget'] }] });
  });
});

describe('The list of packs', () => {
  it('is searched by words, severity and pack', async () => {
    await openPack();
    goTo('#workshop');
    await screen.findByRole('link', { name: 'Say product.' });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search rules' }), 'outside');
    expect(screen.getByText('1 rule.')).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Severity' }), 'Error');
    expect(screen.getByText('0 rules.')).toBeTruthy();
  });

  it('gives a deleted pack back, published as it was', async () => {
    await openPack();
    await userEvent.click(await button('Publish'));
    await screen.findByText(/Published as/);
    goTo('#workshop');
    await userEvent.click(await button('Delete Acme'));
    await vi.waitFor(async () => expect((await loadPacks()).packs).toEqual([]));
    await userEvent.click(await button('Undo'));
    await vi.waitFor(async () => expect((await loadPacks()).packs).toHaveLength(1));
    await screen.findByRole('link', { name: 'Acme' });
  });

  it('takes a file after it has said what is wrong with it and what it would change', async () => {
    const { read } = await openPack();
    goTo('#workshop');
    const input = await screen.findByLabelText("Import a pack's file or a ZIP of Vale styles, or drop it here");
    const text = PACK.replace('message: Say product.', 'message: Say goods.').replace('version: 1', 'version: one');
    await userEvent.upload(input, new File([text], 'acme.yaml'));
    const preview = await screen.findByRole('region', {
      name: '“acme.yaml” is a pack that you have. It would change this:',
    });
    expect(within(preview).getByText(/^Line 3, column 10/)).toBeTruthy();
    expect(within(preview).getByText(/Say goods/)).toBeTruthy();
    expect(read()).toBe(PACK);
    await userEvent.click(within(preview).getByRole('button', { name: 'Take it' }));
    expect(read()).toBe(text);
  });

  it('takes a style of Vale, and tells what could not be carried over', async () => {
    const { store } = await openPack();
    goTo('#workshop');
    const rule = "extends: existence\nmessage: Avoid '%s'.\nlevel: error\ntokens:\n  - very unique\n";
    const archive = zipSync({ 'House/Unique.yml': strToU8(rule) });
    const input = await screen.findByLabelText("Import a pack's file or a ZIP of Vale styles, or drop it here");
    await userEvent.upload(input, new File([archive as BlobPart], 'House.zip'));
    await screen.findByText(/1 rule; 1 carried over/);
    await userEvent.click(await button('Take it'));
    expect(store.getState().history.now[1]?.text).toContain('very unique');
  });

  it('takes a folder of such a style too, and says where there is none in it', async () => {
    await openPack();
    goTo('#workshop');
    const input = await screen.findByLabelText('Or a folder of Vale styles');
    const place = (text: string, path: string) =>
      Object.defineProperty(new File([text], path.split('/').at(-1) as string), 'webkitRelativePath', { value: path });
    await userEvent.upload(input, place('Nothing.', 'House/notes.yml'));
    expect((await screen.findByRole('alert')).textContent).toContain('No rule of a Vale style was found');
    const rule = "extends: existence\nmessage: Avoid '%s'.\nlevel: error\ntokens:\n  - very unique\n";
    await userEvent.upload(input, [place(rule, 'House/Unique.yml'), place('# Notes', 'House/README.md')]);
    await screen.findByText(/^House: 1 rule; 1 carried over/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('changes a built-in rule by a line in the own pack', async () => {
    const { read } = await openPack();
    goTo('#workshop');
    await userEvent.click(await button('Sample'));
    await userEvent.click(await button('Change sample/sorry'));
    await screen.findByText('Nothing is changed in this rule yet.');
    await userEvent.click(await screen.findByRole('switch', { name: 'This rule speaks' }));
    expect(screen.queryByText('Nothing is changed in this rule yet.')).toBeNull();
    expect(read()).toContain('changes:\n  sample/sorry:\n    off: true');
    await userEvent.click(await button(/^Leave the rule as it comes/));
    expect(read()).not.toContain('sample/sorry');
  });

  it('lets the lead say which pack a change goes into, where there are several', async () => {
    const { store, read } = await openPack();
    addDraft(store, PACK.replace('id: acme', 'id: other').replace('name: Acme', 'name: Other'));
    goTo('#workshop');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Changes go into' }), 'Other');
    await userEvent.click(await button('Sample'));
    await userEvent.click(await button('Change sample/sorry'));
    await screen.findByRole('heading', { level: 2, name: 'Other' });
    expect(store.getState().history.now[1]?.text).toContain('sample/sorry');
    expect(read()).toBe(PACK);
  });
});

describe('The effect on past replies', () => {
  it('is told by rule and by sentence, with the column that holds the replies', async () => {
    await openPack(PACK, '/effect');
    const csv = 'id,body\n1,"Hello. Your widget came."\n2,Your parcel came.\n';
    await userEvent.upload(
      await screen.findByLabelText('Choose a CSV or JSONL file of replies, or drop it here'),
      new File([csv], 'replies.csv'),
    );
    await userEvent.click(await button('Compare 2 replies'));
    await screen.findByText('Replies read: 2. Replies in which something changes: 1.');
    expect(screen.getByRole('row', { name: 'acme/widget +1 −0' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Newly marked' }).textContent).toContain('Your widget came.');
  });
});
