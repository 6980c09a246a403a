import { type MantineColorsTuple, type VariantColorsResolver, defaultVariantColorsResolver } from '@mantine/core';

/** How one colour of the house fills, tints and writes; every value is a token, so dark follows by itself. */
export type Tone = { fill: string; hover: string; on: string; tint: string; text: string };

const tones = {
  ink: { fill: 'var(--ink)', hover: 'var(--ink-h)', on: 'var(--on-ink)', tint: 'var(--grey-t)', text: 'var(--ink)' },
  vermilion: { fill: 'var(--red)', hover: 'var(--red-h)', on: 'var(--on-red)', tint: 'var(--red-t)', text: 'var(--red)' },
  pine: { fill: 'var(--pine)', hover: 'var(--pine)', on: 'var(--surface)', tint: 'var(--pine-t)', text: 'var(--pine)' },
  indigo: { fill: 'var(--indigo)', hover: 'var(--indigo)', on: 'var(--surface)', tint: 'var(--indigo-t)', text: 'var(--indigo)' },
  ochre: { fill: 'var(--ochre)', hover: 'var(--ochre)', on: 'var(--surface)', tint: 'var(--ochre-t)', text: 'var(--ochre)' },
  gray: { fill: 'var(--ink2)', hover: 'var(--ink)', on: 'var(--surface)', tint: 'var(--grey-t)', text: 'var(--ink2)' },
} satisfies Record<string, Tone>;

export type ToneName = keyof typeof tones;

const aliases: Record<string, ToneName> = {
  red: 'vermilion',
  green: 'pine',
  teal: 'pine',
  blue: 'indigo',
  yellow: 'ochre',
  orange: 'ochre',
  dark: 'ink',
};

export function toneOf(color: string | undefined): Tone | undefined {
  const name = color ?? 'ink';
  const known = name in tones ? (name as ToneName) : aliases[name];
  return known && tones[known];
}

/** Mantine's shades, light to dark; the components read the tokens above, these only serve explicit shades. */
export const palette = {
  ink: shades('#fbfaf7', '#f4f2ec', '#e6e2d8', '#cfc9bb', '#a8a397', '#757065', '#5c5850', '#3a3833', '#1c1b19', '#121110'),
  vermilion: shades('#fbede9', '#f6d8d0', '#eeb3a5', '#e58f7a', '#dc6b50', '#d24c30', '#c7361b', '#a92c14', '#88230f', '#66190a'),
  pine: shades('#e8f1ec', '#cfe2d8', '#a5c9b7', '#7fc4a1', '#579775', '#3f7f60', '#2f6b4f', '#265940', '#1d4632', '#143323'),
  indigo: shades('#eaeff8', '#d3ddf0', '#b2c3e5', '#92abe0', '#6c87c2', '#4f6db0', '#3a5a9b', '#2f4a81', '#253a67', '#1a2a4c'),
  ochre: shades('#fbf3df', '#f5e5b9', '#ecd08a', '#e0b14a', '#c58f1d', '#ad760a', '#946200', '#795000', '#5e3e00', '#432c00'),
  gray: shades('#fbfaf7', '#f4f2ec', '#efede6', '#e6e2d8', '#cfc9bb', '#a8a397', '#757065', '#5c5850', '#3a3833', '#1c1b19'),
  dark: shades('#ece9e2', '#a8a397', '#8d877b', '#6b665c', '#4a4740', '#33312c', '#1e1d1a', '#161513', '#121110', '#0d0c0b'),
};

export const variantColors: VariantColorsResolver = (input) => {
  const tone = toneOf(input.color);
  const none = '1px solid transparent';
  // The kit fills in the primary colour when none was asked for.
  const asked = input.color !== undefined && input.color !== 'ink';
  if (!tone) return defaultVariantColorsResolver(input);
  switch (input.variant) {
    case 'filled':
      return { background: tone.fill, hover: tone.hover, color: tone.on, border: none };
    case 'decide':
      return { background: 'var(--red)', hover: 'var(--red-h)', color: 'var(--on-red)', border: none };
    case 'danger':
      return { background: 'var(--surface)', hover: 'var(--red-t)', color: 'var(--red)', border: '1px solid var(--line2)' };
    case 'light':
      return { background: tone.tint, hover: tone.tint, color: tone.text, border: none };
    case 'outline':
      return { background: 'transparent', hover: tone.tint, color: tone.text, border: '1px solid currentColor' };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--grey-t)',
        hoverColor: asked ? tone.text : 'var(--ink)',
        color: asked ? tone.text : 'var(--ink2)',
        border: none,
      };
    case 'transparent':
      return { background: 'transparent', hover: 'transparent', color: asked ? tone.text : 'var(--ink2)', border: none };
    case 'default':
      return { background: 'var(--surface)', hover: 'var(--sunken)', color: 'var(--ink)', border: '1px solid var(--line2)' };
    default:
      return defaultVariantColorsResolver(input);
  }
};

/** What Mantine's own style sheets call the same things. */
export function semanticVariables(): Record<string, string> {
  const variables: Record<string, string> = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink2)',
    '--mantine-color-placeholder': 'var(--ink3)',
    '--mantine-color-anchor': 'var(--ink)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line2)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-success': 'var(--pine)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--on-ink)',
  };
  for (const [name, tone] of Object.entries(tones)) {
    const prefix = `--mantine-color-${name}`;
    variables[`${prefix}-filled`] = tone.fill;
    variables[`${prefix}-filled-hover`] = tone.hover;
    variables[`${prefix}-light`] = tone.tint;
    variables[`${prefix}-light-hover`] = tone.tint;
    variables[`${prefix}-light-color`] = tone.text;
    variables[`${prefix}-outline`] = tone.text;
    variables[`${prefix}-outline-hover`] = tone.tint;
    variables[`${prefix}-text`] = tone.text;
  }
  return variables;
}

function shades(...values: [string, string, string, string, string, string, string, string, string, string]): MantineColorsTuple {
  return values;
}
