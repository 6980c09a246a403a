'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { sendTaskSettingsSchema, serviceTaskSettingsSchema, userTaskSettingsSchema } from '@/lib/bpmn/settings';
import { localText } from '@/lib/json';
import type { ConnectorChoice } from './designer-context';
import { rawSettings } from './modeler/settings';

const OVERLAY = 'vm-note';

/** Says on the canvas, in each activity, who acts and how it is decided: a flow can be read without a click. */
export function useElementNotes(modeler: Modeler | null, revision: number, connectors: readonly ConnectorChoice[]): void {
  const t = useTranslations('designer');
  const locale = useLocale();
  useEffect(() => {
    if (!modeler) return;
    const overlays = modeler.get<Overlays>('overlays');
    const shapes = modeler
      .get<ElementRegistry>('elementRegistry')
      .filter((element) => is(element as Element, 'bpmn:Activity')) as Element[];
    for (const shape of shapes) {
      const text = noteOf(shape);
      if (!text) continue;
      const { width, height } = shape as Element & { width: number; height: number };
      const line = document.createElement('span');
      line.className = isOneLine(getBusinessObject(shape).get('name') as string | undefined) ? 'vm-note vm-note-two' : 'vm-note';
      line.style.width = `${width - 12}px`;
      line.textContent = text;
      line.title = text;
      overlays.add(shape.id, OVERLAY, { position: { top: height - 3, left: 6 }, html: line });
    }
    return () => {
      overlays.remove({ type: OVERLAY });
    };

    function noteOf(shape: Element): string | null {
      const raw = rawSettings(shape);
      if (is(shape, 'bpmn:UserTask')) {
        const settings = userTaskSettingsSchema.safeParse(raw).data;
        if (!settings || settings.assignment.length === 0) return null;
        return `${rulesIn(settings.assignment)} · ${settings.distribution === 'claim' ? t('claimShort') : t(`rule.${settings.completion.rule}`)}`;
      }
      if (is(shape, 'bpmn:SendTask')) {
        const settings = sendTaskSettingsSchema.safeParse(raw).data;
        return settings && settings.assignment.length > 0 ? rulesIn(settings.assignment) : null;
      }
      if (!is(shape, 'bpmn:ServiceTask')) return null;
      const called = serviceTaskSettingsSchema.safeParse(raw).data?.connectorId;
      const connector = connectors.find((choice) => choice.id === called);
      return connector ? localText(connector.name, locale) : null;
    }

    function rulesIn(rules: readonly AssignmentRule[]): string {
      return [...new Set(rules.map((rule) => t(`ruleKind.${rule.kind}`)))].join(t('listSeparator'));
    }
  }, [modeler, revision, connectors, t, locale]);
}

// helpers //////////////////////

/** Below a name of one line there is room for two. */
function isOneLine(name = ''): boolean {
  return [...name].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0) <= 12;
}
