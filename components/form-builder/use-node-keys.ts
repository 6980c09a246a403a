'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect } from 'react';
import { useBuilder } from './builder-context';
import { duplicateNode, nudgeNode, removeNode } from './state/operations';

/** A list of nodes, on the paper or in the outline, in which the arrow keys go from one to the next. */
export const nodeList = { 'data-node-list': true } as const;
/** The panel of properties, which Enter goes to and Escape comes back from. */
export const PROPERTIES_ID = 'form-builder-properties';

/** The keys of a node: arrows go on, with Alt they move it, Enter goes to its properties, Ctrl/⌘ D copies, Delete takes it away. */
export function useNodeKeys(id: string): (event: KeyboardEvent<HTMLElement>) => void {
  const t = useTranslations('builder');
  const { schema, change, select, announce } = useBuilder();
  return (event) => {
    const step = STEPS[event.key] ?? 0;
    if (step !== 0 && event.altKey) {
      change((current) => nudgeNode(current, id, step));
      announce(t('moved'));
    } else if (step !== 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      neighbourOf(event.currentTarget, step)?.focus();
    } else if (event.key === 'Enter') {
      select(id);
      afterDrawing(() => document.getElementById(PROPERTIES_ID)?.querySelector<HTMLElement>('input, textarea')?.focus());
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const heir = neighbourOf(event.currentTarget, 1) ?? neighbourOf(event.currentTarget, -1);
      change((current) => removeNode(current, id));
      select(null);
      announce(t('removed'));
      afterDrawing(() => heir?.focus());
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      const copy = duplicateNode(schema, id);
      const list = event.currentTarget.closest('[data-node-list]');
      change(() => copy.schema);
      if (copy.copyId) select(copy.copyId);
      afterDrawing(() => list?.querySelector<HTMLElement>(`[data-node="${copy.copyId ?? ''}"]`)?.focus());
    } else return;
    event.preventDefault();
  };
}

/** Escape in the properties goes back to what they are of. */
export function useWayBack(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof HTMLElement)) return;
      if (target.getAttribute('aria-expanded') === 'true' || target.closest(`#${PROPERTIES_ID}`) === null) return;
      document.querySelector<HTMLElement>(`[data-node-id="${id}"]`)?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [id]);
}

// helpers //////////////////////

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

function neighbourOf(node: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...(node.closest('[data-node-list]')?.querySelectorAll<HTMLElement>('[data-node]') ?? [])];
  return all[all.indexOf(node) + by];
}

/** What a change brings or takes is there after the next frame. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
