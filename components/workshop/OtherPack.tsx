import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { type InstalledPack, isMadeHere, workOn } from '../../lib/stores/workshop.ts';
import { joinWords } from '../language.ts';
import { PackFold } from './PackFold.tsx';
import { ReferenceRow } from './ReferenceRow.tsx';
import { goTo, toHash } from './route.ts';
import type { Tools } from './tools.ts';

interface OtherPackProps {
  tools: Tools;
  installed: InstalledPack;
  /** With the rules that are sought. */
  pack: ReferencePack;
  isOpenAnyway: boolean;
}

/** A pack that speaks here and is not written here: where it comes from, and what it says. */
export function OtherPack({ tools: { store }, installed, pack, isOpenAnyway }: OtherPackProps) {
  const { source, isOn } = installed;

  async function work(): Promise<void> {
    const key = await workOn(store, installed);
    if (key !== undefined) goTo(toHash(key));
  }

  const about = (
    <div className="row inset small">
      <span className="muted address">
        {describeSource(source)} {!isOn && i18n.t('workshop.from.off')}
      </span>
      {source.kind === 'url' && <a href="#subscriptions">{i18n.t('workshop.from.toSubscriptions')}</a>}
      {isMadeHere(installed) && (
        <button type="button" className="button" onClick={work}>
          {i18n.t('workshop.from.work')}{' '}
          <span className="unseen" lang="en">
            {pack.name}
          </span>
        </button>
      )}
    </div>
  );
  return (
    <PackFold
      name={pack.name}
      state={joinWords([
        i18n.t('options.subscriptions.version', [installed.pack.version]),
        i18n.t('options.rules.count', pack.rules.length),
      ])}
      isOpenAnyway={isOpenAnyway}
      about={about}
    >
      {pack.rules.map((rule) => (
        <ReferenceRow key={rule.id} rule={rule} />
      ))}
    </PackFold>
  );
}

function describeSource(source: InstalledPack['source']): string {
  switch (source.kind) {
    case 'url':
      return i18n.t('workshop.from.url', [source.url]);
    case 'policy':
      return i18n.t('workshop.from.policy');
    default:
      return i18n.t('workshop.from.here');
  }
}
