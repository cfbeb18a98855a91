import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { PackFault } from '../../lib/packs/faults.ts';
import { type Draft, edit, getId } from '../../lib/stores/workshop.ts';
import { Notice } from '../Notice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { goTo, toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface ImportPackProps {
  tools: Tools;
  /** A file that is taken as a new pack. */
  onTake(text: string, isMoreToCome: boolean): void;
}

/** Characters; a pack's file is far smaller. */
const LARGEST = 200_000;
/** Bytes of an archive of Vale styles, or of all files of a folder. */
const LARGEST_STYLES = 5_000_000;
const RULE_FILE = /\.ya?ml$/i;

export interface ReadFile {
  name: string;
  text: string;
  faults: readonly PackFault[];
  isPack: boolean;
  /** What became of a style of another program, in English. */
  told?: string;
}

/** Takes a pack's file: its faults and what it would change are seen before it is taken. */
export function ImportPack({ tools, onTake }: ImportPackProps) {
  const id = useId();
  const { store, bench } = tools;
  const drafts = useStore(store, ({ history }) => history.now);
  // Of an archive with many styles one after the other.
  const [[file, ...rest], setFiles] = useState<readonly ReadFile[]>([]);
  const [fault, setFault] = useState<'tooLarge' | 'noStyle' | 'unreadable'>();
  const same: Draft | undefined = file && drafts.find((draft) => getId(draft) === getId({ key: '', text: file.text }));

  async function open(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    if (chosen.name.toLowerCase().endsWith('.zip')) return openStyles([chosen]);
    setFiles([]);
    setFault(undefined);
    if (chosen.size > LARGEST * 2) return setFault('tooLarge');
    try {
      const text = (await chosen.text()).replaceAll('\r\n', '\n');
      const { pack, faults } = await bench.compile(text);
      setFiles([{ name: chosen.name, text, faults, isPack: pack !== undefined }]);
    } catch {
      setFault('unreadable');
    }
  }

  /** Styles of Vale: a ZIP of them, or the files of a folder. */
  async function openStyles(chosen: readonly File[]): Promise<void> {
    setFiles([]);
    setFault(undefined);
    if (chosen.reduce((sum, { size }) => sum + size, 0) > LARGEST_STYLES) return setFault('tooLarge');
    try {
      const read = async (one: File) => ({
        name: one.webkitRelativePath || one.name,
        bytes: new Uint8Array(await one.arrayBuffer()),
      });
      const styles = await bench.importStyles(await Promise.all(chosen.map(read)));
      setFiles(styles.map((style) => ({ ...style, faults: [], isPack: true })));
    } catch {
      setFault('noStyle');
    }
  }

  function take({ text }: ReadFile): void {
    setFiles(rest);
    if (same) {
      edit(store, same.key, () => text);
      if (rest.length === 0) goTo(toHash(same.key));
    } else onTake(text, rest.length > 0);
  }

  return (
    <>
      <div className="drop">
        <label className="list-label" htmlFor={`${id}-file`}>
          {i18n.t('workshop.import.choose')}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".yaml,.yml,.zip"
          onChange={({ target }) => {
            void open(target.files?.[0]);
            // The same file may be chosen again, when it was mended.
            target.value = '';
          }}
        />
        <label className="list-label" htmlFor={`${id}-folder`}>
          {i18n.t('workshop.import.folder')}
        </label>
        <input
          id={`${id}-folder`}
          type="file"
          ref={takeFolders}
          onChange={({ target }) => {
            void openStyles([...(target.files ?? [])].filter(({ name }) => RULE_FILE.test(name)));
            target.value = '';
          }}
        />
        <p className="muted small">{i18n.t('workshop.import.about')}</p>
      </div>
      {fault && <Notice kind="trouble">{i18n.t(`workshop.import.fault.${fault}`)}</Notice>}
      {file && (
        <ImportPreview file={file} before={same?.text} onTake={() => take(file)} onLeave={() => setFiles(rest)} />
      )}
    </>
  );
}

/** React's types have no attribute for it. */
function takeFolders(input: HTMLInputElement | null): void {
  if (input) input.webkitdirectory = true;
}
