import type { Field, FieldType } from '../schema/schema';
import type { FieldOf } from '../schema/walk';
import { autoNumber } from './auto-number/config';
import { checkbox } from './checkbox/config';
import type { FieldConfig } from './config';
import { date } from './date/config';
import { dateRange } from './date-range/config';
import { dateTime } from './date-time/config';
import { department } from './department/config';
import { file } from './file/config';
import { formula } from './formula/config';
import { image } from './image/config';
import { integer } from './integer/config';
import { money } from './money/config';
import { multiSelect } from './multi-select/config';
import { number } from './number/config';
import { percentage } from './percentage/config';
import { radio } from './radio/config';
import { select } from './select/config';
import { subTableConfig } from './sub-table/config';
import { switchConfig } from './switch/config';
import { text } from './text/config';
import { textarea } from './textarea/config';
import { time } from './time/config';
import { user } from './user/config';

/** One line a field type; the compiler refuses a type without one. A getter each, because a sub-table is made of the others. */
const configs: { readonly [T in FieldType]: () => FieldConfig<FieldOf<T>> } = {
  text: () => text,
  textarea: () => textarea,
  integer: () => integer,
  number: () => number,
  money: () => money,
  percentage: () => percentage,
  date: () => date,
  time: () => time,
  dateTime: () => dateTime,
  dateRange: () => dateRange,
  select: () => select,
  multiSelect: () => multiSelect,
  radio: () => radio,
  checkbox: () => checkbox,
  switch: () => switchConfig,
  user: () => user,
  department: () => department,
  file: () => file,
  image: () => image,
  formula: () => formula,
  autoNumber: () => autoNumber,
  subTable: () => subTable,
};

const subTable = subTableConfig(configOf);

export const fieldTypes = Object.keys(configs) as FieldType[];

/** The configuration of a field's type. */
export function configOf(field: Field): FieldConfig<Field> {
  return configs[field.type]();
}
