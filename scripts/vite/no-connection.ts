/** What a page of the extension forbids itself, beyond the manifest, which has one line for the pages and the worker together. */
export const NO_CONNECTION = "connect-src 'none'";

/** Lets no page of the extension connect to anything: the background alone may, for packs that are followed. */
export function noConnection() {
  return {
    name: 'cando:no-connection',
    // While `wxt` serves, pages need its socket.
    apply: 'build' as const,
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: NO_CONNECTION },
        injectTo: 'head-prepend' as const,
      },
    ],
  };
}
