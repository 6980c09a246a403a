import type { FieldOf } from '../../schema/walk';
import type { FieldConfig } from '../config';
import { idField } from '../people';

export const department: FieldConfig<FieldOf<'department'>> = idField('department');
