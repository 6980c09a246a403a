'use client';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { RelativeTime } from '@/components/ui/relative-time';
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
          <strong>{incident.elementName ?? ''}</strong> {t(`incident.${incident.kind}`)} <RelativeTime value={incident.createdAt} />
          {detailOf(incident) && <> · {detailOf(incident)}</>}
        </Banner>
      ))}
    </>
  );
}

// helpers //////////////////////

/** The outside system's own words, when there are any. */
function detailOf({ detail }: IncidentView): string {
  const error = detail.error !== null && typeof detail.error === 'object' && !Array.isArray(detail.error) ? detail.error : detail;
  return ['code', 'status', 'message']
    .map((key) => error[key])
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}
