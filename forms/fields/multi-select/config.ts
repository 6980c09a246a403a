import type { FieldOf } from '../../schema/walk';
import { manyOptions } from '../choice';
import type { FieldConfig } from '../config';

export const multiSelect: FieldConfig<FieldOf<'multiSelect'>> = manyOptions;
