const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Words of a reply that was written as HTML; a text without tags stays as it is. */
export function toPlain(text: string): string {
  if (!/<\/?(?:p|div|br|span|a|li|ul|b|i|strong|em)\b[^<>]{0,2000}>/i.test(text)) return text;
  return text
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]{0,2000}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&(?:#(\d{1,6})|(\w{2,6}));/g, (whole, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (ENTITIES[name] ?? whole),
    )
    .replace(/\n{3,}/g, '\n\n');
}
