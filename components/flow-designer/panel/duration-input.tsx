'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import classes from './panel.module.css';

const UNITS = { minutes: ['PT', 'M'], hours: ['PT', 'H'], days: ['P', 'D'], months: ['P', 'M'] } as const;
type Unit = keyof typeof UNITS;

/** An ISO 8601 duration as people say it: a number and a unit. One of several parts (P1DT2H) is shown in the smallest unit that is whole. */
export function DurationInput({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const t = useTranslations('designer');
  const { amount, unit } = parse(value);
  const write = (nextAmount: number, nextUnit: Unit) =>
    onChange(nextAmount > 0 ? `${UNITS[nextUnit][0]}${nextAmount}${UNITS[nextUnit][1]}` : undefined);
  return (
    <div className={classes.controls}>
      <WholeInput
        id={id}
        isOptional
        min={1}
        max={9999}
        placeholder={t('noLimit')}
        value={amount || undefined}
        onChange={(next) => write(next ?? 0, unit)}
      />
      <Select
        size="xs"
        w={88}
        allowDeselect={false}
        aria-label={t('unit')}
        value={unit}
        onChange={(next) => next && write(amount || 1, next)}
        data={(Object.keys(UNITS) as Unit[]).map((key) => ({ value: key, label: t(`units.${key}`) }))}
      />
    </div>
  );
}

// helpers //////////////////////

function parse(value: string | undefined): { amount: number; unit: Unit } {
  const match = /^P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(value ?? '');
  if (!match) return { amount: 0, unit: 'days' };
  const [months, weeks, days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  if (months > 0 && !weeks && !days && !hours && !minutes) return { amount: months, unit: 'months' };
  const wholeDays = months * 30 + weeks * 7 + days;
  if (minutes > 0) return { amount: wholeDays * 1440 + hours * 60 + minutes, unit: 'minutes' };
  if (hours > 0) return { amount: wholeDays * 24 + hours, unit: 'hours' };
  return { amount: wholeDays, unit: 'days' };
}
