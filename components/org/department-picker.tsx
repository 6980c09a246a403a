'use client';
import { DepartmentList } from './picker/department-list';
import { PickerFrame } from './picker/picker-frame';
import type { PickerProps } from './picker/picker-props';

/** Chooses one department or several from the tree. */
export function DepartmentPicker(props: PickerProps) {
  const hidden = new Set(props.exclude);
  return (
    <PickerFrame
      {...props}
      kind="department"
      options={(search, chosen) => <DepartmentList search={search} chosen={chosen} hidden={hidden} />}
    />
  );
}
