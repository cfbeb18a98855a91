import { Fragment } from 'react';
import { i18n } from '#i18n';
import { nameKey } from '../name-key.ts';

/** A key as it stands on keyboards, or that there is none. */
export function KeyName({ name }: { name: string }) {
  if (name === '') return <>{i18n.t('options.keys.none')}</>;
  return (
    <>
      {nameKey(name).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' + '}
          <kbd>{part}</kbd>
        </Fragment>
      ))}
    </>
  );
}
