/** A rule's message with the words that were marked, and those to say in their place; dots where they are not known. */
export function fillMessage(
  message: string,
  { wording = '…', instead = ['…'] }: { wording?: string; instead?: readonly string[] | undefined } = {},
): string {
  return message.replaceAll('{marked}', () => wording).replaceAll('{instead}', () => instead.join(' / '));
}
