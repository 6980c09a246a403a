'use client';

import { Select, TextInput } from '@mantine/core';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useLocale, useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { serviceTaskSettingsSchema, type ServiceTaskSettings } from '@/lib/bpmn/settings';
import { localText } from '@/lib/json';
import { useDesigner } from '../designer-context';
import { useFormNames } from '../form-names';
import { PanelRow, PanelSection } from './panel-section';
import { ServiceErrors } from './service-errors';
import { ServiceOutput } from './service-output';
import { useSettings } from './use-settings';
import classes from './panel.module.css';

const EMPTY: ServiceTaskSettings = {
  connectorId: '',
  method: 'POST',
  path: '/',
  output: [],
  errors: [],
  retry: { attempts: 5, backoffSeconds: 30 },
};

/** A call of an outside system: what is sent, what is taken from the answer, what counts as a business error, how often it is tried. */
export function ServiceTaskPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const { connectors } = useDesigner();
  const names = useFormNames();
  const [settings, change] = useSettings(element, serviceTaskSettingsSchema, EMPTY);
  return (
    <>
      <PanelSection title={t('call')}>
        <PanelRow label={t('connector')} htmlFor="vm-connector">
          <Select
            id="vm-connector"
            size="xs"
            value={settings.connectorId || null}
            placeholder={connectors.length > 0 ? t('chooseConnector') : t('noConnectors')}
            data={connectors.map((connector) => ({ value: connector.id, label: localText(connector.name, locale) }))}
            onChange={(connectorId) => change({ connectorId: connectorId ?? '' })}
          />
        </PanelRow>
        <PanelRow label={t('method')} htmlFor="vm-method">
          <Select
            id="vm-method"
            size="xs"
            allowDeselect={false}
            value={settings.method}
            data={['GET', 'POST', 'PUT', 'PATCH', 'DELETE']}
            onChange={(method) => method && change({ method: method })}
          />
        </PanelRow>
        <PanelRow label={t('path')} htmlFor="vm-path">
          <TextInput id="vm-path" size="xs" value={settings.path} onChange={(event) => change({ path: event.currentTarget.value })} />
        </PanelRow>
        <p className={classes.hint}>{t('pathHint')}</p>
        {settings.method !== 'GET' && (
          <ExpressionEditor
            ariaLabel={t('body')}
            names={names}
            value={settings.body ?? ''}
            onChange={(body) => change({ body: body.trim() ? body : undefined })}
          />
        )}
      </PanelSection>
      <ServiceOutput output={settings.output} onChange={(output) => change({ output })} />
      <ServiceErrors errors={settings.errors} onChange={(errors) => change({ errors })} />
      <PanelSection title={t('retry')}>
        <PanelRow label={t('attempts')} htmlFor="vm-attempts">
          <WholeInput
            id="vm-attempts"
            min={1}
            max={20}
            value={settings.retry.attempts}
            onChange={(attempts) => change({ retry: { ...settings.retry, attempts } })}
          />
        </PanelRow>
        <PanelRow label={t('backoff')} htmlFor="vm-backoff">
          <WholeInput
            id="vm-backoff"
            min={1}
            max={86_400}
            suffix=" s"
            value={settings.retry.backoffSeconds}
            onChange={(backoffSeconds) => change({ retry: { ...settings.retry, backoffSeconds } })}
          />
        </PanelRow>
        <p className={classes.hint}>{t('retryHint')}</p>
      </PanelSection>
    </>
  );
}
