'use client';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { useCallError } from '@/components/ui/use-call-error';
import type { IncidentView } from '@/server/instance/request-page';

type Props = {
  incidents: readonly IncidentView[];
  canRetry: boolean;
  canReassign: boolean;
  onRetry(incident: IncidentView): void;
  onReassign(incident: IncidentView): void;
};

/** What went wrong in words, and the one thing to do about it. */
export function Incidents({ incidents, canRetry, canReassign, onRetry, onReassign }: Props) {
  const t = useTranslations('request');
  const callError = useCallError();
  return (
    <>
      {incidents.map((incident) => (
        <Banner
          key={incident.id}
          tone="danger"
          icon={<IconAlertTriangle size={18} stroke={1.5} aria-hidden />}
          end={
            incident.kind === 'nobody'
              ? canReassign && (
                  <Button size="xs" variant="filled" onClick={() => onReassign(incident)}>
                    {t('appoint')}
                  </Button>
                )
              : canRetry && (
                  <Button size="xs" variant="filled" onClick={() => onRetry(incident)}>
                    {t('retryNow')}
                  </Button>
                )
          }
        >
          <strong>{incident.elementName ?? ''}</strong> {t(`incident.${incident.kind}`)} · <RelativeTime value={incident.createdAt} />
          {callError(errorOf(incident)) && <> · {callError(errorOf(incident))}</>}
        </Banner>
      ))}
    </>
  );
}

// helpers //////////////////////

/** What the call of the outside system ended with, when it was one. */
function errorOf({ detail }: IncidentView): IncidentView['detail'] {
  const { error } = detail;
  return error !== null && typeof error === 'object' && !Array.isArray(error) ? error : detail;
}
