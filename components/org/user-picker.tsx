'use client';
import type { PickerProps } from './picker/picker-props';
import { SearchPicker } from './picker/search-picker';

/** Chooses one person or several people. */
export function UserPicker(props: PickerProps) {
  return <SearchPicker kind="user" {...props} />;
}
