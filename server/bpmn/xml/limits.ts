import { MODEL_FILE_BYTES } from '@/lib/bpmn/model-file';

/** What a model may cost. A process of a thousand tasks is 0.2 MB, 12,000 elements and 8 levels. */
export const limits = {
  bytes: MODEL_FILE_BYTES,
  elements: 40_000,
  depth: 100,
  attributes: 200,
  charRefs: 100_000,
} as const;
