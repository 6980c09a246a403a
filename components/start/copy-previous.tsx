import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCopyRequest } from '@/components/request/use-copy-request';
import { useTRPC } from '@/components/shell/trpc';

const CopyDialog = dynamic(() => import('./copy-dialog'), { ssr: false });

type Props = {
  processId: string;
  /** Keeps what is filled in so far. */
  keep(): Promise<void>;
  onCopied(draftId: string): void;
};

/** Fills the form with what an own former request of this process had; offered to those who have one. */
export function CopyPrevious({ processId, keep, onCopied }: Props) {
  const t = useTranslations('start');
  const trpc = useTRPC();
  const [choosing, setChoosing] = useState(false);
  const { data } = useQuery(trpc.instance.listMine.queryOptions({ state: 'all', processId, limit: 10 }));
  const { copying, copy } = useCopyRequest((draft) => onCopied(draft.id));
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <Button leftSection={<IconCopy size={18} stroke={1.5} aria-hidden />} onClick={() => setChoosing(true)}>
        {t('copyPrevious')}
      </Button>
      {choosing && (
        <CopyDialog
          former={data.items}
          copying={copying}
          onCopy={(instanceId) => void keep().then(() => copy(instanceId))}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
