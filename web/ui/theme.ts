import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { furnitureTexts as t } from '../texts/furniture.ts';

/** The accent. Shade 7 on white and white on shade 7 or 8 have a contrast over 4.5; shade 3 has it on dark grounds. */
const teal: MantineColorsTuple = [
  '#e7f6f4',
  '#cfece8',
  '#9fdad2',
  '#6bc7bb',
  '#40b6a8',
  '#22a193',
  '#128a7d',
  '#0d7469',
  '#0a5f56',
  '#064a43',
];

/** Type, colour and measure of all portals. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: teal },
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    InputWrapper: { styles: { label: { marginBottom: 3 } } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Badge: { defaultProps: { tt: 'none', fw: 500, radius: 'sm', lts: 0 } },
    Code: { styles: { root: { boxDecorationBreak: 'clone', WebkitBoxDecorationBreak: 'clone' } } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 0 }, closeButtonProps: { 'aria-label': t.close } },
      styles: { title: { fontWeight: 600 } },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 0 }, closeButtonProps: { 'aria-label': t.close } },
      styles: { title: { fontWeight: 600 } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true }, multiline: true, maw: 320 } },
  },
});

/** Mantine's greys for secondary text are a little too light to be read by everybody. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--careroute-page-width': '90rem' },
  light: {
    '--mantine-color-dimmed': '#59616a',
    '--mantine-color-placeholder': '#68707a',
    '--mantine-color-anchor': '#0d7469',
    '--mantine-color-error': '#c22525',
    '--mantine-color-default-border': '#d8dde2',
    '--careroute-ground': '#f7f8f9',
    '--careroute-green-text': '#1b6b32',
    '--careroute-red-text': '#ad1f1f',
    '--careroute-yellow-text': '#6f4b00',
    '--careroute-blue-text': '#17539c',
    '--careroute-gray-text': '#495057',
  },
  dark: {
    '--mantine-color-dimmed': '#a6acb3',
    '--mantine-color-placeholder': '#9097a0',
    '--mantine-color-anchor': '#6bc7bb',
    '--mantine-color-error': '#ff8787',
    '--careroute-ground': '#1a1b1e',
    '--careroute-green-text': '#8ce99a',
    '--careroute-red-text': '#ffa8a8',
    '--careroute-yellow-text': '#ffd43b',
    '--careroute-blue-text': '#a5d8ff',
    '--careroute-gray-text': '#c1c2c5',
  },
});
