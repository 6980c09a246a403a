import { fits, type Type } from './type';

const orderedTypes = new Set<Type>(['number', 'string', 'date', 'time', 'dateTime', 'duration', 'yearsMonths']);

/** Whether two values of these types can be equal. */
export function comparable(left: Type, right: Type): boolean {
  if (fits(left, right) || fits(right, left)) return true;
  return typeof left === 'object' && typeof right === 'object' && 'context' in left && 'context' in right;
}

/** Whether `<` has a meaning between values of these types. */
export function ordered(left: Type, right: Type): boolean {
  const open = (type: Type): boolean => type === 'any' || type === 'null';
  if (open(left)) return open(right) || orderedTypes.has(right);
  return orderedTypes.has(left) && (open(right) || left === right);
}
