import { z } from 'zod';

export const localTextSchema = z.strictObject({ zh: z.string().max(200), en: z.string().max(200) });
