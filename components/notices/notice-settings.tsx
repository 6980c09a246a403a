'use client';

import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { Banner } from '@/components/ui/banner';
import { newId } from '@/lib/id';
import type { NoticeSetting } from '@/server/notify/settings';
import classes from './notices.module.css';

const CHANNELS = ['inApp', 'mail'] as const;

/** Which things are said in the page, and which by mail; when no mail can come, it says why. */
export function NoticeSettings() {
  const t = useTranslations('notices');
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.notice.settings.queryOptions());
  const save = useSaveSetting();
  const hasMail = data.mail === 'on';
  return (
    <>
      {hasMail ? null : (
        <div className={classes.mailOff}>
          <Banner>{t(data.mail === 'noServer' ? 'mailOff' : 'noAddress')}</Banner>
        </div>
      )}
      <table className={classes.settings}>
        <thead>
          <tr>
            <th scope="col">{t('kindHeader')}</th>
            {CHANNELS.map((channel) => (
              <th key={channel} scope="col" className={classes.channel}>
                {t(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.kinds.map((setting) => (
            <tr key={setting.kind}>
              <th scope="row">{t(`kind.${setting.kind}`)}</th>
              {CHANNELS.map((channel) => (
                <td key={channel} className={classes.channel}>
                  <Checkbox
                    aria-label={`${t(`kind.${setting.kind}`)}, ${t(channel)}`}
                    checked={setting[channel] && (channel === 'inApp' || hasMail)}
                    disabled={channel === 'mail' && !hasMail}
                    onChange={(event) => save({ ...setting, [channel]: event.currentTarget.checked })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The mark is set at once and taken back when the server refuses. */
function useSaveSetting(): (setting: NoticeSetting) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const key = trpc.notice.settings.queryKey();
  const { mutate } = useMutation(
    trpc.notice.setSetting.mutationOptions({
      onMutate: async ({ kind, inApp, mail }) => {
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(
          key,
          (old) => old && { ...old, kinds: old.kinds.map((one) => (one.kind === kind ? { kind, inApp, mail } : one)) },
        );
      },
      onError: (error) => showError(error),
      onSettled: () => client.invalidateQueries({ queryKey: key }),
    }),
  );
  return (setting) => mutate({ commandId: newId(), ...setting });
}
