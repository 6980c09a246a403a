'use client';
import { useTranslations } from 'next-intl';
import { LazyDrawer } from '@/components/ui/lazy-drawer';
import { PersonPanel } from './lazy-person-panel';

/** The open person over the list, where there is no room beside it. */
export function PersonSide({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('org.panel');
  return (
    <LazyDrawer
      opened={id !== ''}
      onClose={onClose}
      size={440}
      padding={0}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('overview') } }}
    >
      {id ? <PersonPanel key={id} id={id} onClose={onClose} /> : null}
    </LazyDrawer>
  );
}
