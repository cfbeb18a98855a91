import { i18n } from '#i18n';
import type { Effect } from '../../lib/workshop/effect.ts';
import { Sightings } from './Sightings.tsx';

interface EffectResultProps {
  effect: Effect;
  /** How many replies there are. */
  total: number;
  isDone: boolean;
}

/** What would be marked newly, and what not any more, by rule and by sentence. */
export function EffectResult({ effect, total, isDone }: EffectResultProps) {
  const { replies, changed, rules, added, gone } = effect;
  return (
    <div className="stack">
      {!isDone && (
        <progress max={total} value={replies} aria-label={i18n.t('workshop.effect.reading')}>
          {replies}
        </progress>
      )}
      <p role="status">
        {isDone
          ? i18n.t('workshop.effect.done', [String(replies), String(changed)])
          : i18n.t('workshop.effect.reading')}
      </p>
      {rules.length > 0 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{i18n.t('workshop.effect.rule')}</th>
              <th scope="col">{i18n.t('workshop.effect.added')}</th>
              <th scope="col">{i18n.t('workshop.effect.gone')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.ruleId}>
                <th scope="row">{rule.ruleId}</th>
                <td>+{rule.added}</td>
                <td>−{rule.gone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Sightings title={i18n.t('workshop.effect.added')} kind="added" sightings={added} />
      <Sightings title={i18n.t('workshop.effect.gone')} kind="gone" sightings={gone} />
    </div>
  );
}
