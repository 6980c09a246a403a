'use client';
import type { PickerProps } from './picker/picker-props';
import { SearchPicker } from './picker/search-picker';

/** Chooses one work group or several work groups. */
export function WorkGroupPicker(props: PickerProps) {
  return <SearchPicker kind="workGroup" {...props} />;
}
