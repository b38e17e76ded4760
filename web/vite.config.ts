import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What is shared is named by all that share it, if it is let. */
const shortened = (name: string): string => name.replace(/~.*|\.\w+$/, '');

/**
 * Has the browser translate all functions of a file while it is fetched, on another processor than the page's: those
 * of the desk are mostly called at once, and one after the other they hold up the first page for half a second. The
 * libraries that are fetched for a call or a recording are not.
 * https://v8.dev/blog/explicit-compile-hints
 */
const CALLED_ON_LOAD = '//# allFunctionsCalledOnLoad\n';

/** The comment has to be the first of the file, before what Vite puts there. */
const calledOnLoad: Plugin = {
  name: 'called-on-load',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' || file.facadeModuleId?.includes('node_modules')) continue;
        file.code = CALLED_ON_LOAD + file.code;
      }
    },
  },
};

export default defineConfig({
  plugins: [react(), calledOnLoad],
  build: {
    outDir: 'dist',
    manifest: true,
    // The content security policy admits neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file for what every page begins with, and for the rest one for what the same pages share, but none for every
    // few lines: a slow processor spends more on a file than on what is in it.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${shortened(name)}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${shortened(names[0] ?? 'asset')}-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 1 },
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 16 * 1024,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: 'http://localhost:8080', ws: true } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    testTimeout: 30_000,
    // One window for all files: making a new one for each takes longer than the tests.
    isolate: false,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
