import type { Field } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';

/** What every control of a field gets; it shows the value and gives back a new one, and knows nothing of forms. */
export type ControlProps<F extends Field = Field> = {
  field: F;
  value: Json;
  onChange(value: Json): void;
  onBlur(): void;
  id: string;
  /** For what no label element points at. */
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  /** In a cell of a grid: it takes the focus at once and has no room for what stands around a field. */
  cell?: boolean;
};
