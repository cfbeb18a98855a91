import { i18n } from '#i18n';
import type { ReferenceRule } from '../../lib/packs/reference.ts';

/** Why a rule marks, and what it does and does not mark. The examples are the rule's own tests. */
export function Examples({ rule }: { rule: ReferenceRule }) {
  return (
    <div className="examples">
      <p lang="en">{rule.why}</p>
      {rule.wrong.length > 0 && <h3>{i18n.t('options.rules.marked')}</h3>}
      <ul lang="en">
        {rule.wrong.map(({ text, corrected }) => (
          <li key={text}>
            <p>
              <Marked text={text} />
            </p>
            {corrected !== null && (
              <p className="corrected">
                <span className="unseen" lang={i18n.t('language')}>
                  {i18n.t('options.rules.becomes')}{' '}
                </span>
                {corrected}
              </p>
            )}
          </li>
        ))}
      </ul>
      {rule.right.length > 0 && (
        <>
          <h3>{i18n.t('options.rules.quiet')}</h3>
          <ul lang="en">
            {rule.right.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted small">
        {i18n.t('options.rules.id', [rule.id])}
        {rule.source && <> {i18n.t('options.rules.source', [rule.source])}</>}
      </p>
    </div>
  );
}

/** An example with the phrase between its angle brackets marked. */
function Marked({ text }: { text: string }) {
  const [before, rest = ''] = text.split('<');
  const [phrase, after] = rest.split('>');
  return (
    <>
      {before}
      <mark>{phrase}</mark>
      {after}
    </>
  );
}
