import zh from 'bpmn-js-i18n/translations/zn.js';

/** What bpmn-js-i18n 2.3 leaves out, in the product's own terms. */
const own: Record<string, string> = {
  'User task': '人工环节',
  'Send task': '知会',
  'Service task': '接口调用',
  'Exclusive gateway': '排他网关',
  'Parallel gateway': '并行网关',
  'Inclusive gateway': '相容网关',
  'Terminate end event': '终止结束',
  'Error end event': '出错结束',
  'End event': '结束',
  'Start event': '开始',
  'Timer intermediate catch event': '定时等待',
  'Timer boundary event': '超时（中断）',
  'Timer boundary event (non-interrupting)': '超时（不中断）',
  'Error boundary event': '出错时',
  'Sub-process (expanded)': '子流程',
  'Sequence flow': '连线',
  'Default flow': '默认连线',
  'Conditional flow': '条件连线',
  'Search in diagram': '在图中查找',
  'Toggle minimap': '小地图',
  'Open minimap': '小地图',
  'Close minimap': '收起',
};

type Replacements = Record<string, string | number>;

/** The translate module of bpmn-js for a language. */
export function translateModule(locale: 'zh' | 'en') {
  const dictionary: Record<string, string> = locale === 'zh' ? { ...zh, ...own } : {};
  const translate = (template: string, replacements: Replacements = {}) =>
    (dictionary[template] ?? template).replace(/{([^}]+)}/g, (_whole, key: string) => String(replacements[key] ?? `{${key}}`));
  return { translate: ['value', translate] };
}
