/** An expression that any word meets, however it is written. */
export function isAnyWord(source: string): boolean {
  const bare = source.replace(/\\b|[()]|\?:/g, '');
  return ['\\w+', '[^\\s]+', '\\S+', '[\\w]+', '[a-zA-Z]+', "[\\w']+", '\\w+-?\\w*'].includes(bare);
}
