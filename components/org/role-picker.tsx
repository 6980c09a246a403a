'use client';
import type { PickerProps } from './picker/picker-props';
import { SearchPicker } from './picker/search-picker';

/** Chooses one role or several roles. */
export function RolePicker(props: PickerProps) {
  return <SearchPicker kind="role" {...props} />;
}
