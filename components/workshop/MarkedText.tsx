/** An example with the words between its angle brackets marked. */
export function MarkedText({ text }: { text: string }) {
  const [, before = text, words = '', after = ''] = /^([^<]*)<([^>]*)>(.*)$/s.exec(text) ?? [];
  return (
    <>
      {before}
      {words && <mark>{words}</mark>}
      {after}
    </>
  );
}
