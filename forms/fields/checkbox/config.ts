import type { FieldOf } from '../../schema/walk';
import { manyOptions } from '../choice';
import type { FieldConfig } from '../config';

export const checkbox: FieldConfig<FieldOf<'checkbox'>> = manyOptions;
