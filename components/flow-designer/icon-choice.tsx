'use client';

import { useTranslations } from 'next-intl';
import { ProcessIcon, processIcons } from '@/components/ui/process-icon';
import classes from './flow-designer.module.css';

/** The picture of a process on the start page and in lists. */
export function IconChoice({ value, onChange }: { value: string; onChange(icon: string): void }) {
  const t = useTranslations('designer');
  return (
    <div>
      <div className={classes.iconLabel}>{t('icon')}</div>
      <div className={classes.icons} role="group" aria-label={t('icon')}>
        {(Object.keys(processIcons) as (keyof typeof processIcons)[]).map((name) => (
          <button
            key={name}
            type="button"
            className={classes.icon}
            aria-label={t(`iconName.${name}`)}
            title={t(`iconName.${name}`)}
            aria-pressed={name === value}
            onClick={() => onChange(name)}
          >
            <ProcessIcon name={name} />
          </button>
        ))}
      </div>
    </div>
  );
}
