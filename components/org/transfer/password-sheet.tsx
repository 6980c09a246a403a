'use client';
import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { writeCsv } from '@/lib/spreadsheet/csv';
import type { ImportReport } from '@/server/org/import-table';

/** The one time that the passwords of imported people can be had: as a sheet, to be handed out. */
export function PasswordSheet({ passwords, onClose }: { passwords: ImportReport['passwords']; onClose: () => void }) {
  const t = useTranslations('org.transfer');
  const tp = useTranslations('org.password');
  const person = useTranslations('org.person');
  const [isSaved, setSaved] = useState(false);
  const download = () => {
    const bytes = writeCsv({
      columns: [person('login'), person('name'), tp('password')],
      rows: passwords.map(({ login, name, password }) => [login, name, password]),
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/csv' }));
    link.download = `${t('passwordsFile')}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
    setSaved(true);
  };
  return (
    <>
      <Banner tone={isSaved ? 'plain' : 'warning'}>
        <b>{t('passwordsTitle', { count: passwords.length })}</b> {t('passwordsBody')}
      </Banner>
      <Group justify="flex-end" gap="xs">
        <Button variant={isSaved ? 'filled' : 'default'} onClick={onClose}>
          {t('passwordsClose')}
        </Button>
        <Button variant={isSaved ? 'default' : 'filled'} leftSection={<IconDownload size={18} stroke={1.5} />} onClick={download}>
          {t('passwordsDownload')}
        </Button>
      </Group>
    </>
  );
}
