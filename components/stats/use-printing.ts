import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page goes to paper now. What hangs on it is there before the browser lays the paper out. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const page = new AbortController();
    const { signal } = page;
    const media = matchMedia('print');
    addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal });
    addEventListener('afterprint', () => setPrinting(media.matches), { signal });
    media.addEventListener('change', () => setPrinting(media.matches), { signal });
    return () => page.abort();
  }, []);
  return isPrinting;
}
