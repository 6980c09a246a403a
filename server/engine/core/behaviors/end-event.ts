import type { Passage } from './behavior';

/** The token ends here; its scope completes when it holds nothing else. */
export const endEvent: Passage<'endEvent'> = { is: 'passage', pass() {} };
