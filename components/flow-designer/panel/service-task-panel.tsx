'use client';

import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useLocale, useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { serviceTaskSettingsSchema, type ServiceTaskSettings } from '@/lib/bpmn/settings';
import { localText } from '@/lib/json';
import { useDesigner } from '../designer-context';
import { useFormNames } from '../form-names';
import { FieldSelect } from './field-select';
import { PanelRow, PanelSection } from './panel-section';
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
const RESPONSE_NAMES = [
  { name: 'response', label: 'JSON', type: 'any' as const },
  { name: 'status', label: 'HTTP', type: 'number' as const },
];

/** A call of an outside system: what is sent, what is taken from the answer, what counts as a business error, how often it is tried. */
export function ServiceTaskPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
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
      <OutputEditor output={settings.output} onChange={(output) => change({ output })} />
      <ErrorsEditor errors={settings.errors} onChange={(errors) => change({ errors })} />
      <PanelSection title={t('retry')}>
        <PanelRow label={t('attempts')} htmlFor="vm-attempts">
          <NumberInput
            id="vm-attempts"
            size="xs"
            min={1}
            max={20}
            value={settings.retry.attempts}
            onChange={(value) => change({ retry: { ...settings.retry, attempts: Math.max(1, Number(value) || 1) } })}
          />
        </PanelRow>
        <PanelRow label={t('backoff')} htmlFor="vm-backoff">
          <NumberInput
            id="vm-backoff"
            size="xs"
            min={1}
            max={86_400}
            suffix=" s"
            value={settings.retry.backoffSeconds}
            onChange={(value) => change({ retry: { ...settings.retry, backoffSeconds: Math.max(1, Number(value) || 1) } })}
          />
        </PanelRow>
        <p className={classes.hint}>{t('retryHint')}</p>
      </PanelSection>
    </>
  );
}

// helpers //////////////////////

function OutputEditor({
  output,
  onChange,
}: {
  output: ServiceTaskSettings['output'];
  onChange(output: ServiceTaskSettings['output']): void;
}) {
  const t = useTranslations('designer');
  const replace = (index: number, row: ServiceTaskSettings['output'][number]) =>
    onChange(output.map((old, i) => (i === index ? row : old)));
  return (
    <PanelSection title={t('output')}>
      {output.map((row, index) => (
        <div key={index} className={classes.rule}>
          <div className={classes.ruleHead}>
            <Select
              size="xs"
              allowDeselect={false}
              aria-label={t('outputTarget')}
              value={row.target}
              data={(['field', 'variable'] as const).map((value) => ({ value, label: t(`target.${value}`) }))}
              onChange={(target) => target && replace(index, { ...row, target: target, name: '' })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeRow')}
              onClick={() => onChange(output.filter((_, i) => i !== index))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
          {row.target === 'field' ? (
            <FieldSelect value={row.name} onChange={(name) => replace(index, { ...row, name })} />
          ) : (
            <TextInput
              size="xs"
              aria-label={t('variableName')}
              placeholder={t('variableName')}
              value={row.name}
              onChange={(event) => replace(index, { ...row, name: event.currentTarget.value })}
            />
          )}
          <ExpressionEditor
            singleLine
            ariaLabel={t('outputValue')}
            names={RESPONSE_NAMES}
            value={row.expression}
            onChange={(expression) => replace(index, { ...row, expression })}
          />
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...output, { target: 'field', name: '', expression: 'response' }])}
      >
        {t('addOutput')}
      </Button>
    </PanelSection>
  );
}

function ErrorsEditor({
  errors,
  onChange,
}: {
  errors: ServiceTaskSettings['errors'];
  onChange(errors: ServiceTaskSettings['errors']): void;
}) {
  const t = useTranslations('designer');
  const replace = (index: number, row: ServiceTaskSettings['errors'][number]) =>
    onChange(errors.map((old, i) => (i === index ? row : old)));
  return (
    <PanelSection title={t('businessErrors')}>
      {errors.map((row, index) => (
        <div key={index} className={classes.rule}>
          <div className={classes.ruleHead}>
            <TextInput
              size="xs"
              aria-label={t('errorCode')}
              placeholder={t('errorCode')}
              value={row.code}
              onChange={(event) => replace(index, { ...row, code: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeRow')}
              onClick={() => onChange(errors.filter((_, i) => i !== index))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
          <ExpressionEditor
            singleLine
            ariaLabel={t('errorWhen')}
            names={RESPONSE_NAMES}
            expect="boolean"
            value={row.when}
            onChange={(when) => replace(index, { ...row, when })}
          />
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...errors, { when: 'status = 409', code: 'CONFLICT' }])}
      >
        {t('addError')}
      </Button>
    </PanelSection>
  );
}
