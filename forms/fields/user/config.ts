import type { FieldOf } from '../../schema/walk';
import type { FieldConfig } from '../config';
import { idField } from '../people';

export const user: FieldConfig<FieldOf<'user'>> = idField('user');
