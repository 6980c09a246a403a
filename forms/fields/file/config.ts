import type { FieldOf } from '../../schema/walk';
import type { FieldConfig } from '../config';
import { fileField } from '../files';

export const file: FieldConfig<FieldOf<'file'>> = fileField;
