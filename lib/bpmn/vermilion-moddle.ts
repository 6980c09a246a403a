import { VERMILION_NS } from './settings';

/** Teaches bpmn-moddle and bpmn-js the element <vm:settings>; give it as `moddleExtensions: { vm: vermilionModdle }`. */
export const vermilionModdle = {
  name: 'Vermilion',
  uri: VERMILION_NS,
  prefix: 'vm',
  xml: { tagAlias: 'lowerCase' },
  types: [{ name: 'Settings', superClass: ['Element'], properties: [{ name: 'body', isBody: true, type: 'String' }] }],
  associations: [],
};
