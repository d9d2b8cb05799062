import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** How the portals are bundled. No source maps are served: what runs is readable in the repository. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: {
    emptyOutDir: true,
    // Names the files of each page, so that the server can announce them.
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});
