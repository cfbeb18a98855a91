import { useStore } from 'zustand';
import { i18n } from '#i18n';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import type { PacksStore } from '../../lib/stores/packs.ts';
import type { SettingsStore } from '../../lib/stores/settings.ts';
import { joinWords } from '../language.ts';
import { Notice } from '../Notice.tsx';

interface TeamPolicyProps {
  store: SettingsStore;
  packs: PacksStore;
  reference: readonly ReferencePack[];
}

/** What is wrong with what the team has set, for whoever can mend it: where it stands, what was found, what would be right. */
export function TeamPolicy({ store, packs, reference }: TeamPolicyProps) {
  const { policyFaults, settings } = useStore(store);
  const { broken, status } = useStore(packs);
  const { locked, severities } = settings.policy;
  const known = new Set(reference.flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)]));
  const unknown = [
    ...locked.map((id) => ['lockedRules', id]),
    ...Object.keys(severities).map((id) => ['severities', id]),
  ]
    .filter(([, id]) => status === 'ready' && !known.has(id as string))
    .map(([key = '', id]) => ({ key, found: JSON.stringify(id), right: 'unknown' as const }));
  const faults = [...policyFaults, ...unknown];
  return (
    <>
      {faults.length > 0 && (
        <Notice
          more={
            <ul className="faults small">
              {faults.map(({ key, found, right }) => (
                <li key={`${key} ${found} ${right}`}>
                  {key && <b>{sayPlace(key)}</b>} {right === 'pack' ? sayLine(found) : <code>{found}</code>}{' '}
                  {i18n.t(`team.right.${right}`)}
                </li>
              ))}
            </ul>
          }
        >
          {i18n.t('team.policy')}
        </Notice>
      )}
      {broken.length > 0 && <Notice kind="trouble">{i18n.t('team.broken', [joinWords(broken)])}</Notice>}
    </>
  );
}

const LISTS = ['packs', 'lockedRules', 'allowedSites'] as const;

/** A place in the policy as a person counts, with the key as it is written: "Pack 1 (packs[0].url)". */
function sayPlace(key: string): string {
  const [, name, at] = /^(\w+)\[(\d+)\]/.exec(key) ?? [];
  const list = LISTS.find((one) => one === name);
  return list ? `${i18n.t(`team.place.${list}`, [String(Number(at) + 1)])} (${key})` : key;
}

/** What is wrong in a pack's text, with its line in words. */
function sayLine(found: string): string {
  const [, line, column, message] = /^(\d+):(\d+) (.*)$/s.exec(found) ?? [];
  return message === undefined ? found : `${i18n.t('workshop.place', [line as string, column as string])}: ${message}.`;
}
