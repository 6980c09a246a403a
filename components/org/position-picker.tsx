'use client';
import type { PickerProps } from './picker/picker-props';
import { SearchPicker } from './picker/search-picker';

/** Chooses one position or several positions. */
export function PositionPicker(props: PickerProps) {
  return <SearchPicker kind="position" {...props} />;
}
