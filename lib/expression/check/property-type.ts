import type { Type } from './type';

const date: Readonly<Record<string, Type>> = { year: 'number', month: 'number', day: 'number', weekday: 'number' };
const time: Readonly<Record<string, Type>> = {
  hour: 'number',
  minute: 'number',
  second: 'number',
  'time offset': 'duration',
  timezone: 'string',
};

const ofScalar: Readonly<Partial<Record<Exclude<Type, object>, Readonly<Record<string, Type>>>>> = {
  date,
  time,
  dateTime: { ...date, ...time },
  duration: { days: 'number', hours: 'number', minutes: 'number', seconds: 'number' },
  yearsMonths: { years: 'number', months: 'number' },
};

/** The properties values of a type have; null when that is not known before it runs. */
export function propertiesOf(type: Type): Readonly<Record<string, Type>> | null {
  if (type === 'any' || type === 'null') return null;
  if (typeof type !== 'object') return ofScalar[type] ?? {};
  if ('context' in type) return type.context;
  if ('range' in type) return { start: type.range, end: type.range, 'start included': 'boolean', 'end included': 'boolean' };
  return propertiesOf(type.list);
}

/** The type of `value.name`: of a list it is the list of the elements' values. */
export function propertyType(type: Type, name: string): Type | null {
  if (typeof type === 'object' && 'list' in type) {
    const inner = propertyType(type.list, name);
    return inner === null ? null : { list: inner };
  }
  const properties = propertiesOf(type);
  if (properties === null) return 'any';
  return Object.hasOwn(properties, name) ? (properties[name] ?? 'any') : null;
}
