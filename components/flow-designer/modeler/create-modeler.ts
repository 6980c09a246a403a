import Modeler from 'bpmn-js/lib/Modeler';
import minimapModule from 'diagram-js-minimap';
import { vermilionModdle } from '@/lib/bpmn/vermilion-moddle';
import { FlowContextPad } from './context-pad';
import { InsertStep } from './insert-step';
import { FlowPalette } from './palette';
import { RunnableKinds } from './replace-filter';
import { translateModule } from './translate';

/** A bpmn-js modeler that draws what the engine runs and keeps our settings. */
export function createModeler(container: HTMLElement, locale: 'zh' | 'en'): Modeler {
  // An SVG attribute cannot name a variable, and what is measured must be what is drawn.
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--ui');
  return new Modeler({
    container,
    vermilion: { locale },
    moddleExtensions: { vm: vermilionModdle },
    textRenderer: { defaultStyle: { fontFamily, fontSize: 13 }, externalStyle: { fontFamily, fontSize: 12 } },
    bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink)', defaultLabelColor: 'var(--ink)' },
    additionalModules: [
      minimapModule,
      translateModule(locale),
      {
        __init__: ['runnableKinds', 'insertStep'],
        paletteProvider: ['type', FlowPalette],
        contextPadProvider: ['type', FlowContextPad],
        runnableKinds: ['type', RunnableKinds],
        insertStep: ['type', InsertStep],
      },
    ],
  } as ConstructorParameters<typeof Modeler>[0]);
}
