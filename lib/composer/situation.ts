import type { Context } from '../engine/types.ts';
import { findReaderElement, readCustomer, readReader } from '../sites/facts.ts';
import type { Site } from '../sites/site.ts';
import type { Coach } from './coach.ts';

/** What a draft is written in: for whom, in answer to what, and whether CanDo is to speak there. Each may change under an open reply box. */
export function createSituation(site: Site, element: Element, coach: Coach) {
  let context: Context = {};
  let readerElement: Element | undefined;
  let wasSilent = false;

  function isSilent(): boolean {
    const { notes, public: replies } = coach.settings.readers;
    return coach.isSilent || !(context.reader === 'internal' ? notes : replies);
  }

  return {
    get context() {
      return context;
    },
    /** As it was at the last look. */
    get isSilent() {
      return wasSilent;
    },
    /** The reply box has got the focus: the customer may have written meanwhile. */
    focus(): void {
      const customer = readCustomer(site, element);
      readerElement = findReaderElement(site, element);
      if (customer.customer !== context.customer) coach.grammar.forget();
      context = { reader: readReader(site, readerElement), ...customer };
    },
    /** Looks at what costs little: the desk's switch and address, and the settings. True when the draft must be looked at again. */
    look(): boolean {
      if (readerElement && !readerElement.isConnected) readerElement = findReaderElement(site, element);
      const reader = readReader(site, readerElement);
      const isOther = reader !== context.reader;
      if (isOther) {
        context = { ...context, reader };
        coach.grammar.forget();
      }
      const hadSilence = wasSilent;
      wasSilent = isSilent();
      return isOther || wasSilent !== hadSilence;
    },
  };
}
