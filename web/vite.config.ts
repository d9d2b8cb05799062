import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** How the portals are bundled. No source maps are served: what runs is readable in the repository. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: {
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});
