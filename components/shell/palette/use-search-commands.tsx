'use client';
import { useDebouncedValue } from '@mantine/hooks';
import { IconForms, IconSend, IconSquarePlus, IconSubtask, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import { sealOf } from '@/components/request/seal-of';
import type { FoundModel, FoundPerson } from '@/server/search/found';
import { useCan } from '../session-context';
import type { Command, CommandResult } from './command';

const PAUSE_MS = 200;
const icon = (Icon: typeof IconSend) => <Icon size={18} stroke={1.5} />;

/** What the server finds: requests, what can be started, people, and for designers forms and processes. */
export function useSearchCommands(query: string): CommandResult[] {
  const t = useTranslations('shell.search');
  const s = useTranslations('status');
  const locale = useLocale();
  const can = useCan();
  const trpc = useTRPC();
  const wanted = query.trim();
  const [text] = useDebouncedValue(wanted, PAUSE_MS);
  const { data, isFetching } = useQuery(
    trpc.search.find.queryOptions({ text }, { enabled: text !== '', placeholderData: keepPreviousData, staleTime: 10_000 }),
  );
  const found = wanted === '' ? undefined : data;
  const model = (kind: string, href: string, Icon: typeof IconSend) => (item: FoundModel) => ({
    id: `${kind}:${item.id}`,
    label: localText(item.name, locale),
    icon: icon(Icon),
    href: `${href}/${item.id}`,
  });
  return [
    {
      title: t('requests'),
      isLoading: wanted !== '' && (isFetching || text !== wanted),
      commands: (found?.requests ?? []).map((request) => ({
        id: `request:${request.id}`,
        label: request.title,
        hint: [request.number, personName(request.applicant, locale), s(`seal.${sealOf(request.seal)}.name`)].join(' · '),
        icon: icon(IconSend),
        href: `/requests/${request.id}`,
      })),
    },
    { title: t('startable'), commands: (found?.startable ?? []).map(model('start', '/start', IconSquarePlus)) },
    { title: t('people'), commands: (found?.people ?? []).map(person) },
    { title: t('forms'), commands: (found?.forms ?? []).map(model('form', '/design/forms', IconForms)) },
    { title: t('processes'), commands: (found?.processes ?? []).map(model('process', '/design/processes', IconSubtask)) },
  ];

  /** To the record for who keeps it, to what the person holds for who watches, else a letter. */
  function person({ id, name, detail, email }: FoundPerson): Command {
    const command = {
      id: `person:${id}`,
      label: localText(name, locale),
      hint: [detail ? localText(detail, locale) : '', email ?? ''].filter(Boolean).join(' · '),
      icon: icon(IconUser),
    };
    if (can('user.manage')) return { ...command, href: `/organisation?tab=people&person=${id}` };
    if (can('instance.monitor')) return { ...command, href: `/monitor?holder=${id}` };
    return email === null ? command : { ...command, run: () => window.location.assign(`mailto:${email}`) };
  }
}
