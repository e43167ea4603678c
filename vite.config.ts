import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const port = process.env['FORMWORK_PORT'] ?? '3000';
/** While pages are worked on: the service beside, which takes changes only from its own address. */
const service = { target: `http://127.0.0.1:${port}`, headers: { origin: `http://localhost:${port}` } };

export default defineConfig({
  root: 'renderer',
  plugins: [react({ jsxImportSource: '#jsx' })],
  resolve: {
    alias: [
      { find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' },
      {
        find: /^ajv(-formats)?$/,
        replacement: fileURLToPath(new URL('renderer/controls/no-compiler.ts', import.meta.url)),
      },
    ],
  },
  // The server puts a fresh nonce in place of this word whenever it serves the page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Every page's address is in the first script, where a hash alone weighs less.
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'fields',
              test: /renderer\/(parts\/(inputs\/(Field|TextInput)|ErrorSummary)|pages\/account\/(use-sending|return-to|kept|Password))/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': service, '/validators': service } },
});
