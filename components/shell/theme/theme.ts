import { type CSSVariablesResolver, createTheme, mergeThemeOverrides } from '@mantine/core';
import type { Locale } from '@/lib/json';
import { componentTheme } from './components';
import { palette, semanticVariables, variantColors } from './colors';

/** The tokens in Mantine's language. Sizes sit on a 4 px grid; text is 14, dense 13, meta 12. */
const theme = createTheme({
  colors: palette,
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 0 },
  variantColorResolver: variantColors,
  white: '#fff',
  black: '#1c1b19',
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--mono)',
  headings: {
    fontFamily: 'var(--font-ui)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
      h4: { fontSize: '13px', lineHeight: '20px' },
      h5: { fontSize: '12px', lineHeight: '20px' },
      h6: { fontSize: '12px', lineHeight: '20px' },
    },
  },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '20px', sm: '20px', md: '1.6', lg: '24px', xl: '28px' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '75em', xl: '90em' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: componentTheme,
});

/** Dates are written, and read when typed, as the language writes them; the kit's own buttons have names in it. */
export function themeFor(locale: Locale, words: { close: string }) {
  const isZh = locale === 'zh';
  const valueFormat = isZh ? 'YYYY-MM-DD' : 'D MMM YYYY';
  const calendar = { highlightToday: true, monthLabelFormat: isZh ? 'YYYY年M月' : 'MMMM YYYY', yearLabelFormat: isZh ? 'YYYY年' : 'YYYY' };
  const components = {
    DateInput: { defaultProps: { ...calendar, valueFormat } },
    DatePickerInput: { defaultProps: { ...calendar, valueFormat } },
    DateTimePicker: { defaultProps: { ...calendar, valueFormat: `${valueFormat} HH:mm` } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } },
  };
  return mergeThemeOverrides(theme, { components });
}

export const cssVariables: CSSVariablesResolver = () => {
  const semantic = semanticVariables();
  return { variables: {}, light: semantic, dark: semantic };
};
