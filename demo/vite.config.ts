import { defineConfig } from 'vite';

/** The demo desk, as static files. Absolute addresses, so that tests can serve a page at a true desk's address. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: '../.output/demo',
    emptyOutDir: true,
    target: 'esnext',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: ['index', 'ticket', 'mail', 'text'].map((page) => `${import.meta.dirname}/${page}.html`),
    },
  },
});
