declare module 'diagram-js-minimap' {
  /** A didi module for `additionalModules`. */
  const minimapModule: object;
  export default minimapModule;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  const dictionary: Record<string, string>;
  export default dictionary;
}
