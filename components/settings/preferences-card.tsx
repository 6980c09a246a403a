'use client';
import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAppError } from '@/components/shell/use-app-error';
import { usePreferences } from '@/components/shell/use-preferences';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { notifyDone } from '@/components/ui/notify';
import { Segmented } from '@/components/ui/segmented';
import { themes } from '@/lib/preferences';
import type { Me } from '@/server/account/me';
import { Labelled } from './labelled';
import classes from './settings.module.css';

/** Language, colours and time zone; each takes effect as it is chosen. */
export function PreferencesCard({ me }: { me: Me }) {
  const t = useTranslations('settings.preferences');
  const ts = useTranslations('shell');
  const locale = useLocale();
  const { colorScheme } = useMantineColorScheme();
  const { setLocale, setTheme } = usePreferences();
  const [zone, setZone] = useState(me.timeZone);
  const save = useSaveTimeZone();
  // Server and browser know different lists: the whole one is read when somebody opens it.
  const [zones, setZones] = useState<readonly string[]>([me.timeZone]);
  const openZones = () => setZones(allZones(me.timeZone));
  return (
    <Card title={t('title')} padded>
      <div className={classes.fields}>
        <Labelled label={t('language')}>
          <Segmented
            label={t('language')}
            value={locale}
            onChange={setLocale}
            options={[
              { value: 'zh', label: ts('language.zh') },
              { value: 'en', label: ts('language.en') },
            ]}
          />
        </Labelled>
        <Labelled label={t('theme')}>
          <Segmented
            label={t('theme')}
            value={colorScheme}
            onChange={setTheme}
            options={themes.map((theme) => ({ value: theme, label: ts(`theme.${theme}`) }))}
          />
        </Labelled>
        <NativeSelect
          label={t('timeZone')}
          description={t('timeZoneHint')}
          data={zones.map((name) => ({ value: name, label: zoneLabel(name) }))}
          onFocus={openZones}
          onPointerDown={openZones}
          value={zone}
          onChange={(event) => {
            setZone(event.currentTarget.value);
            save(event.currentTarget.value);
          }}
        />
      </div>
    </Card>
  );
}

function useSaveTimeZone(): (timeZone: string) => void {
  const t = useTranslations('settings.preferences');
  const trpc = useTRPC();
  const router = useRouter();
  const onError = useAppError();
  const onSuccess = () => {
    notifyDone({ message: t('saved') });
    router.refresh();
  };
  const { mutate } = useMutation(trpc.account.updatePreferences.mutationOptions({ onError, onSuccess }));
  return (timeZone) => mutate({ commandId: crypto.randomUUID(), timeZone });
}

function allZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
}

/** `Asia/Shanghai (GMT+8)` */
function zoneLabel(name: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'shortOffset' }).formatToParts(new Date());
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return `${name.replaceAll('_', ' ')} (${offset})`;
}
