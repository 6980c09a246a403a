import { BpmnModdle } from 'bpmn-moddle';
import { vermilionModdle } from '@/lib/bpmn/vermilion-moddle';

/** One moddle for the whole process: it holds types, never a document. */
export const moddle = new BpmnModdle({ vm: vermilionModdle });
