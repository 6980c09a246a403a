import type { Point } from 'diagram-js/lib/util/Types';

/** In the middle of the window; diagram-js takes a word here, which its types leave out. */
export const CENTRED = 'auto' as unknown as Point;
