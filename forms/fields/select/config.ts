import type { FieldOf } from '../../schema/walk';
import { oneOption } from '../choice';
import type { FieldConfig } from '../config';

export const select: FieldConfig<FieldOf<'select'>> = oneOption;
