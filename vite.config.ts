import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env['FORMWORK_PORT'] ?? '3000'}`;

export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  resolve: {
    alias: [
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
  },
  server: { proxy: { '/api': server, '/validators': server } },
});
