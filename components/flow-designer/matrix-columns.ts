'use client';

import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { useTranslations } from 'next-intl';
import { defaultProcess, defaultSendTask, defaultUserTask } from '@/lib/bpmn/default-settings';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { useDesigner } from './designer-context';
import { isWholeProcess } from './modeler/process';
import { rawSettings, updateSettings } from './modeler/settings';

export type MatrixColumn = {
  id: string;
  name: string;
  /** Who acts there. */
  who: string;
  access: FieldAccess;
  write(access: FieldAccess): void;
};

/** Filling in, and every activity that shows the form, from left to right as they stand on the canvas. */
export function useMatrixColumns(): MatrixColumn[] {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const elements = modeler.get<ElementRegistry>('elementRegistry').filter((element) => (element as Element).type !== 'label') as Element[];
  const process = elements.find(isWholeProcess);
  const start = process && { ...defaultProcess, ...rawSettings(process) };
  const activities = elements
    .filter((element) => is(element, 'bpmn:UserTask') || is(element, 'bpmn:SendTask'))
    .toSorted((a, b) => leftOf(a) - leftOf(b));
  return [
    ...(process && start
      ? [
          {
            id: process.id,
            name: t('matrixStart'),
            who: t('matrixApplicant'),
            access: start.startAccess,
            write: (startAccess: FieldAccess) => updateSettings(modeler, process, { ...start, startAccess }),
          },
        ]
      : []),
    ...activities.map((element) => {
      const settings = { ...(is(element, 'bpmn:UserTask') ? defaultUserTask : defaultSendTask), ...rawSettings(element) };
      return {
        id: element.id,
        name: (getBusinessObject(element).get('name') as string | undefined) || t('unnamed'),
        who: [...new Set(settings.assignment.map((rule) => t(`ruleKind.${rule.kind}`)))].join(t('listSeparator')),
        access: settings.access,
        write: (access: FieldAccess) => updateSettings(modeler, element, { ...settings, access }),
      };
    }),
  ];
}

// helpers //////////////////////

function leftOf(element: Element): number {
  return (element as Element & { x: number }).x;
}
