import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';

/** bpmn-js offers every kind of BPMN to change into; these are the ones the engine runs. Ids of bpmn-js 18's ReplaceOptions. */
const RUNNABLE = new Set([
  'replace-with-none-start',
  'replace-with-none-end',
  'replace-with-terminate-end',
  'replace-with-error-end',
  'replace-with-timer-intermediate-catch',
  'replace-with-exclusive-gateway',
  'replace-with-parallel-gateway',
  'replace-with-inclusive-gateway',
  'replace-with-user-task',
  'replace-with-service-task',
  'replace-with-send-task',
  'replace-with-expanded-subprocess',
  'replace-with-timer-boundary',
  'replace-with-non-interrupting-timer-boundary',
  'replace-with-error-boundary',
  'replace-with-sequence-flow',
  'replace-with-default-flow',
  'replace-with-conditional-flow',
]);
/** Runs after bpmn-js's own provider (1000). */
const LOW_PRIORITY = 500;

type Entries = Record<string, unknown>;

/** Leaves only runnable kinds in the "change kind" menu. */
export class RunnableKinds {
  static $inject = ['popupMenu'];

  constructor(popupMenu: PopupMenu) {
    popupMenu.registerProvider('bpmn-replace', LOW_PRIORITY, this as unknown as Parameters<PopupMenu['registerProvider']>[2] & object);
  }

  getPopupMenuEntries(): (entries: Entries) => Entries {
    return (entries) => Object.fromEntries(Object.entries(entries).filter(([id]) => RUNNABLE.has(id)));
  }

  getPopupMenuHeaderEntries(): () => Entries {
    return () => ({});
  }
}
