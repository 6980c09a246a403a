'use client';

import { Input, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { UserPicker } from '@/components/org/user-picker';
import { useTRPC } from '@/components/shell/trpc';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { personName } from '@/lib/format/person';
import type { BulkRequest, BulkRow } from './use-bulk';

/** The open items of one person in the chosen requests, and who gets them. */
export type HandOverChoice = { items: readonly BulkRow[]; toUserId: string | null };
type Props = {
  requests: readonly BulkRequest[];
  holderId: string | null;
  value: HandOverChoice;
  onChange(choice: HandOverChoice): void;
};

/** One call takes no more items, whoever has several in one request. */
const MOST = 50;

export function HandOver({ requests, holderId, value, onChange }: Props) {
  const t = useTranslations('monitor.bulk');
  const locale = useLocale();
  const trpc = useTRPC();
  const [instanceIds] = useState(() => requests.map(({ id }) => id));
  const { data: holders } = useQuery(trpc.monitor.heldItems.queryOptions({ instanceIds }));
  const [fromId, setFromId] = useState(holderId);
  const from = holders?.find(({ id }) => id === fromId) ?? holders?.[0];
  const { toUserId } = value;
  useEffect(() => {
    if (from) onChange({ items: from.items.slice(0, MOST), toUserId });
  }, [from, toUserId, onChange]);
  if (!holders) return <LinesSkeleton lines={2} />;
  if (!from) return <p role="status">{t('nobodyHolds')}</p>;
  return (
    <>
      <NativeSelect
        label={t('from')}
        description={t('fromHint')}
        value={from.id}
        data={holders.map((holder) => ({
          value: holder.id,
          label: t(holder.disabled ? 'holderDisabled' : 'holder', { name: personName(holder, locale), count: holder.items.length }),
        }))}
        onChange={(event) => {
          setFromId(event.currentTarget.value);
          // Who is chosen may have a seat beside this one.
          onChange({ items: value.items, toUserId: null });
        }}
      />
      <Input.Wrapper label={t('to')} required>
        <UserPicker
          multiple={false}
          ariaLabel={t('to')}
          exclude={from.taken}
          value={toUserId}
          onChange={(next) => onChange({ items: value.items, toUserId: typeof next === 'string' ? next : null })}
        />
      </Input.Wrapper>
      {from.items.length > MOST && <p>{t('firstOnly', { most: MOST })}</p>}
    </>
  );
}
