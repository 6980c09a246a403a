'use client';

import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is, isAny } from 'bpmn-js/lib/util/ModelUtil';
import { useTranslations } from 'next-intl';
import type { ModdleElement } from '@/lib/bpmn/moddle';
import { useDesigner } from '../designer-context';
import { PanelSection } from './panel-section';
import classes from './panel.module.css';

/** What an element does by itself, where there is nothing to set: gateways with their ways, ends, the start, a sub-process. */
export function ElementNote({ element }: { element: Element }) {
  const t = useTranslations('designer');
  return (
    <PanelSection title={t('whatItDoes')}>
      <p className={classes.hint}>{t(`elementNote.${noteOf(element)}`)}</p>
      {is(element, 'bpmn:Gateway') && <Ways element={element} />}
    </PanelSection>
  );
}

// helpers //////////////////////

function noteOf(element: Element) {
  if (is(element, 'bpmn:ExclusiveGateway')) return 'exclusive';
  if (is(element, 'bpmn:ParallelGateway')) return 'parallel';
  if (is(element, 'bpmn:Gateway')) return 'inclusive';
  if (is(element, 'bpmn:SubProcess')) return 'subProcess';
  if (is(element, 'bpmn:StartEvent')) return 'start';
  const [definition] = (getBusinessObject(element).get('eventDefinitions') as ModdleElement[] | undefined) ?? [];
  return definition && isAny(definition, ['bpmn:TerminateEventDefinition']) ? 'terminate' : 'end';
}

/** The flows out of a gateway with their conditions; one click goes to where a condition is written. */
function Ways({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const flows = ((element as Shape).outgoing ?? []) as Connection[];
  if (flows.length < 2) return null;
  const byDefault = getBusinessObject(element).get('default') as ModdleElement | undefined;
  return (
    <ul className={classes.ways}>
      {flows.map((flow) => {
        const businessObject = getBusinessObject(flow);
        const target = (businessObject.get('targetRef') as ModdleElement | undefined)?.get('name') as string | undefined;
        const condition = (businessObject.get('conditionExpression') as ModdleElement | undefined)?.get('body') as string | undefined;
        const says = is(element, 'bpmn:ParallelGateway')
          ? t('always')
          : byDefault === businessObject
            ? t('defaultFlow')
            : condition || t('noCondition');
        return (
          <li key={flow.id}>
            <button
              type="button"
              className={classes.way}
              onClick={() => modeler.get<{ select(one: Element): void }>('selection').select(flow)}
            >
              <span>
                {(businessObject.get('name') as string | undefined) ?? ''} → {target || t('unnamed')}
              </span>
              <code>{says}</code>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
