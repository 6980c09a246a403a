/** What every picker of the organisation takes. One record: an id or null. Several: ids in the order they were chosen. */
export type PickerProps = {
  multiple?: boolean;
  value: string | readonly string[] | null;
  onChange: (value: string | readonly string[] | null) => void;
  /** What is chosen; needed where no label points at `id`. */
  ariaLabel: string;
  id?: string;
  describedBy?: string;
  placeholder?: string;
  disabled?: boolean;
  invalid?: boolean;
  size?: 'xs' | 'sm';
  /** Never offered, e.g. the person for whom a proxy is sought. */
  exclude?: readonly string[];
};

export function idsOf(value: PickerProps['value']): readonly string[] {
  return value === null ? [] : typeof value === 'string' ? [value] : value;
}
