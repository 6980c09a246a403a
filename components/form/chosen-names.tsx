'use client';

import { useLocale } from 'next-intl';
import { useChosen } from '@/components/org/picker/use-chosen';
import { localText } from '@/lib/json';
import { useLookups } from './lookups-context';

/** Names of people or departments: those that the page loaded, and of newly chosen ones what the picker knows. */
export function ChosenNames({ kind, ids }: { kind: 'user' | 'department'; ids: readonly string[] }) {
  const locale = useLocale();
  const lookups = useLookups();
  const known = kind === 'user' ? lookups.users : lookups.departments;
  const missing = ids.filter((id) => known[id] === undefined);
  if (missing.length > 0) return <Loaded kind={kind} ids={ids} known={known} missing={missing} />;
  return <bdi>{ids.map((id) => known[id]).join(locale === 'zh' ? '、' : ', ')}</bdi>;
}

function Loaded({
  kind,
  ids,
  known,
  missing,
}: {
  kind: 'user' | 'department';
  ids: readonly string[];
  known: Readonly<Record<string, string>>;
  missing: readonly string[];
}) {
  const locale = useLocale();
  const loaded = new Map(useChosen(kind, missing).map((option) => [option.id, localText(option.name, locale)]));
  return <bdi>{ids.map((id) => known[id] ?? loaded.get(id) ?? '…').join(locale === 'zh' ? '、' : ', ')}</bdi>;
}
