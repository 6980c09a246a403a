import type { Zone } from './zone';

/** What operations on values need from the evaluation they run in: the zone of local times, and somebody who counts. */
export type Meter = {
  readonly zone: Zone;
  /** Counts work in elements visited; throws when the expression has used up its share. */
  work(steps: number): void;
};

/** Long texts cost as well, a step for every 16 characters. */
export const textSteps = (text: string): number => text.length >> 4;
