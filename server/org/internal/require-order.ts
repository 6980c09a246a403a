import { AppError } from '@/lib/errors';

/** A time that ends before it starts is refused at its end. */
export function requireOrder({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): void {
  if (startsOn && endsOn && endsOn < startsOn) throw new AppError('FIELD_RANGE', { path: 'endsOn', params: { kind: 'order' } });
}
