import { FeelDateTime, printDateTime, UTC } from './date-time';
import { equalValues } from './equal';
import { FeelTime, printTime } from './time';
import { type FeelValue, kindOf } from './value';

/** FEEL's `is`: the same kind and the same characteristics, so that 12:00Z and 14:00+02:00 differ. */
export function isIdentical(left: FeelValue, right: FeelValue): boolean {
  if (kindOf(left) !== kindOf(right)) return false;
  if (left instanceof FeelDateTime && right instanceof FeelDateTime) return printDateTime(left) === printDateTime(right);
  if (left instanceof FeelTime && right instanceof FeelTime) return printTime(left) === printTime(right);
  return equalValues(left, right, { zone: UTC, work: () => undefined }) === true;
}
