declare module 'diagram-js-minimap' {
  /** A diagram-js module, for `additionalModules`. */
  const minimap: { __init__: readonly string[]; minimap: readonly unknown[] };
  export default minimap;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  /** English of bpmn-js → Chinese. */
  const translations: Readonly<Record<string, string>>;
  export default translations;
}
