import { PatternLines } from '@visx/pattern';

/** What fills a bar over few words: it is told by lines, not by its colour. */
export function Hatch({ id }: { id: string }) {
  return (
    <PatternLines id={id} width={6} height={6} stroke="currentColor" strokeWidth={1.5} orientation={['diagonal']} />
  );
}
