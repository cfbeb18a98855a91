import { useId } from 'react';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import type { InstalledPack } from '../../lib/stores/workshop.ts';
import { OtherPack } from './OtherPack.tsx';
import type { Tools } from './tools.ts';

interface OtherPacksProps {
  tools: Tools;
  /** Each as it is told of, with the rules that are sought. */
  packs: readonly { installed: InstalledPack; pack: ReferencePack }[];
  isSought: boolean;
}

/** The packs that speak here and are written elsewhere. */
export function OtherPacks({ tools, packs, isSought }: OtherPacksProps) {
  const id = useId();
  if (packs.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('workshop.others')}</h2>
      <p className="muted small">{i18n.t('workshop.othersAbout')}</p>
      <ul className="packs">
        {packs.map(({ installed, pack }) => (
          <OtherPack
            key={`${pack.id} ${installed.source.kind}`}
            tools={tools}
            installed={installed}
            pack={pack}
            isOpenAnyway={isSought}
          />
        ))}
      </ul>
    </section>
  );
}
