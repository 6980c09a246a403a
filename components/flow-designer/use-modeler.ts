'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { CENTRED } from './modeler/centred';
import { createModeler } from './modeler/create-modeler';

export type ModelerState = {
  modeler: Modeler | null;
  /** The one selected element, or the process. */
  selected: Element | null;
  canUndo: boolean;
  canRedo: boolean;
  /** Grows with every change of the model. */
  revision: number;
  error: string | null;
};

const EMPTY: ModelerState = { modeler: null, selected: null, canUndo: false, canRedo: false, revision: 0, error: null };

/**
 * Puts a modeler into the container, shows the model, and follows selection and changes. The model is read once: later edits live
 * in the modeler, and go over to the next one when the language of the canvas changes.
 */
export function useModeler(container: RefObject<HTMLDivElement | null>, xml: string, locale: 'zh' | 'en'): ModelerState {
  const [state, setState] = useState<ModelerState>(EMPTY);
  const current = useRef<Promise<string>>(Promise.resolve(xml));
  useEffect(() => {
    if (!container.current) return;
    const modeler = createModeler(container.current, locale);
    const canvas = modeler.get<Canvas>('canvas');
    const commandStack = modeler.get<CommandStack>('commandStack');
    let gone = false;
    let isShown = false;
    const root = () => canvas.getRootElement() as Element;
    modeler.on('selection.changed', ({ newSelection }: { newSelection: Element[] }) => {
      const one = newSelection.length === 1 ? newSelection[0] : undefined;
      setState((old) => ({
        ...old,
        selected: one?.type === 'label' ? ((one as Element & { labelTarget: Element }).labelTarget ?? root()) : (one ?? root()),
      }));
    });
    modeler.on('commandStack.changed', () => {
      setState((old) => ({ ...old, canUndo: commandStack.canUndo(), canRedo: commandStack.canRedo(), revision: old.revision + 1 }));
    });
    modeler.on('element.changed', ({ element }: { element: Element }) =>
      setState((old) => (old.selected?.id === element.id ? { ...old, selected: element } : old)),
    );
    const before = current.current;
    before
      .then((text) => (gone ? null : modeler.importXML(text)))
      .then((imported) => {
        if (gone || !imported) return;
        isShown = true;
        canvas.zoom('fit-viewport', CENTRED);
        setState((old) => ({ ...EMPTY, modeler, selected: root(), revision: old.revision }));
      })
      .catch((error: Error) => !gone && setState({ ...EMPTY, modeler, error: error.message }));
    return () => {
      gone = true;
      if (isShown) current.current = modeler.saveXML({ format: true }).then(({ xml: text }) => text ?? before);
      void current.current.catch(() => undefined).then(() => modeler.destroy());
    };
  }, [container, locale]);
  return state;
}
