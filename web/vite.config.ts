import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Packages and parts of Mantine that the door needs, and so every page. */
const PACKAGES =
  'react|react-dom|scheduler|use-sync-external-store|react-transition-group|tslib|clsx|fast-deep-equal|openapi-fetch|' +
  '@babel|@simplewebauthn|@tanstack|@mantine/(core/esm/(core|utils)|form|hooks|notifications|store)';
const PARTS =
  'ActionIcon|Alert|Anchor|Box|Button|Center|CloseButton|Code|Divider|Flex|FocusTrap|Group|Image|Input|InputBase|' +
  'InputWrapper|Loader|Notification|Overlay|Paper|PasswordInput|Portal|Skeleton|Stack|Text|TextInput|Title|' +
  'Transition|UnstyledButton|VisuallyHidden';
const OF_THE_DOOR = new RegExp(
  `/node_modules/(${PACKAGES})/|/core/esm/components/(${PARTS})/|/icons-react/dist/esm/(createReact|default)|` +
    '/web/frame/(api|fail-page|fault-words|leave-portal|ok|other-windows|page-states|page-search|portal|portal-base|' +
    'query-client|session|use-go)\\.|/web/texts/(faults|frame|public)|' +
    '/web/ui/(copy-code|fault-at|format|save-file|theme|words)',
);

/**
 * How the portals are bundled. Left alone, each module that several pages share becomes a file: a page took 75
 * requests, six at a time. What the door needs is one file, what many pages share a second one. No source maps are
 * served: what runs is readable in the repository.
 */
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Styles in layers stay together in one file, where their order is that of web/main.tsx.
            { name: 'base', test: (id) => OF_THE_DOOR.test(id) && !id.endsWith('.css'), priority: 2 },
            { name: 'furniture', minShareCount: 12, priority: 1 },
          ],
        },
      },
    },
  },
});
