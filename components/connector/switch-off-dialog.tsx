'use client';
import { useTranslations } from 'next-intl';
import { useLocal } from '@/components/ui/use-local';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ConnectorDetail } from '@/server/connector/get';
import { useSwitch } from './use-switch';

/** Asks before calls of flows begin to fail, and says whose. */
export function SwitchOffDialog({ connector, onClose }: { connector: ConnectorDetail; onClose: () => void }) {
  const t = useTranslations('connector');
  const tu = useTranslations('org.usage');
  const local = useLocal();
  const { switchTo, isPending } = useSwitch(connector);
  const names = connector.uses.map((use) => local(use.name));
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('switchOffTitle', { name: local(connector.name) })}
      confirmLabel={t('switchOff')}
      tone="danger"
      reason="optional"
      isPending={isPending}
      onConfirm={(reason) => void switchTo(true, reason).then(onClose)}
    >
      <p>{t('switchOffEffect')}</p>
      {names.length > 0 ? <p>{t('switchOffUses', { names: names.join(tu('comma')) })}</p> : null}
    </ConfirmDialog>
  );
}
