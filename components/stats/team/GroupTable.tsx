import { i18n } from '#i18n';
import type { TeamSummary } from '../../../lib/stats/team-summary.ts';
import { joinWords } from '../../language.ts';
import { writeCount, writeRange } from '../numbers.ts';

/** Who is there, by group: people, days, and the versions of their packs. */
export function GroupTable({ summary: { people, files, groups, heldBack } }: { summary: TeamSummary }) {
  const isWhole = groups.length === 1 && groups[0]?.name === '';
  return (
    <>
      <h3 aria-live="polite">
        {i18n.t('teamFiles.there', [i18n.t('teamFiles.people', people), i18n.t('teamFiles.files', files)])}
      </h3>
      {/* Scrolls by keyboard where it is wider than the page. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section className="scroll" aria-label={i18n.t('teamFiles.byGroup')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('teamFiles.group')}</th>
              <th scope="col">{i18n.t('teamFiles.peopleHead')}</th>
              <th scope="col">{i18n.t('teamFiles.days')}</th>
              <th scope="col">{i18n.t('teamFiles.range')}</th>
              <th scope="col">{i18n.t('teamFiles.versions')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ name, people: of, days, first, last, versions }) => (
              <tr key={name}>
                <th scope="row">{name || i18n.t(isWhole ? 'teamFiles.everybody' : 'stats.group.none')}</th>
                <td>{writeCount(of)}</td>
                <td>{writeCount(days)}</td>
                <td>{first && last && writeRange({ from: first, to: last })}</td>
                <td className="versions">{joinWords(versions.map(writeVersion))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="muted small">{i18n.t('teamFiles.fewest')}</p>
      {heldBack > 0 && <p className="muted small">{i18n.t('teamFiles.heldBack', heldBack)}</p>}
    </>
  );
}

function writeVersion(version: string): string {
  return version.replace('@', ' ');
}
