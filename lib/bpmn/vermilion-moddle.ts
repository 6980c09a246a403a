import { VERMILION_NS } from './settings';

/** Teaches bpmn-moddle and bpmn-js the element <vm:settings> and the attribute vm:nameEn, the English name beside `name`; give it as `moddleExtensions: { vm: vermilionModdle }`. */
export const vermilionModdle = {
  name: 'Vermilion',
  uri: VERMILION_NS,
  prefix: 'vm',
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Settings', superClass: ['Element'], properties: [{ name: 'body', isBody: true, type: 'String' }] },
    { name: 'Named', extends: ['bpmn:FlowElement'], properties: [{ name: 'nameEn', isAttr: true, type: 'String' }] },
  ],
  associations: [],
};
