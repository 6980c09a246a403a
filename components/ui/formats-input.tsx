import { TagsInput } from '@mantine/core';

type Props = { known: readonly string[]; value: readonly string[]; onChange: (formats: string[]) => void } & (
  | { label: string }
  | { 'aria-label': string; placeholder: string }
);

/** File formats by their endings: letters and digits, without the dot. */
export function FormatsInput({ known, value, onChange, ...named }: Props) {
  return (
    <TagsInput
      size="xs"
      {...named}
      data={[...known]}
      value={[...value]}
      onChange={(formats) =>
        onChange(formats.map((f) => f.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((f) => f.length > 0 && f.length <= 8))
      }
    />
  );
}
