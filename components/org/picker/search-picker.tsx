'use client';
import { useSession } from '@/components/shell/session-context';
import type { OrgKind } from '@/server/org/org-option';
import { PickerFrame } from './picker-frame';
import type { PickerProps } from './picker-props';
import { rememberRecent } from './recent';
import { SearchList } from './search-list';

/** Chooses records of one kind by searching for them. */
export function SearchPicker({ kind, ...props }: PickerProps & { kind: Exclude<OrgKind, 'department'> }) {
  const { userId } = useSession();
  const hidden = new Set(props.exclude);
  return (
    <PickerFrame
      {...props}
      kind={kind}
      onPicked={(id) => rememberRecent(userId, kind, id)}
      options={(search, chosen) => <SearchList kind={kind} search={search} chosen={chosen} hidden={hidden} />}
    />
  );
}
