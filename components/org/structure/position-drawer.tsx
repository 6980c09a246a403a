'use client';
import { NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import type { PositionView } from '@/server/org/list-positions';
import { namedValues } from '../named-fields';
import { useRecordForm } from '../use-record-form';
import { StructureDrawer } from './structure-drawer';

/** Adds a position or changes one. */
export function PositionDrawer({ position, onClose }: { position: PositionView | null; onClose: () => void }) {
  const t = useTranslations('org.positions');
  const trpc = useTRPC();
  const create = useMutation(trpc.org.createPosition.mutationOptions());
  const edit = useMutation(trpc.org.editPosition.mutationOptions());
  const form = useRecordForm({ ...namedValues(position), rank: position?.rank ?? 6 });
  return (
    <StructureDrawer
      noun="positions"
      record={position}
      form={form}
      save={(fields, commandId) =>
        position
          ? edit.mutateAsync({ commandId, id: position.id, rev: position.rev, ...fields })
          : create.mutateAsync({ commandId, ...fields })
      }
      onClose={onClose}
    >
      <NumberInput
        required
        label={t('rank')}
        description={t('rankHelp')}
        min={1}
        max={99}
        allowDecimal={false}
        hideControls={false}
        value={form.values.rank}
        error={form.error('rank')}
        onChange={(rank) => form.set({ rank: Number(rank) || 0 })}
      />
    </StructureDrawer>
  );
}
