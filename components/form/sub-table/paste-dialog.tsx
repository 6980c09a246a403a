'use client';

import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isComputed } from '@/forms/schema/walk';
import { localText } from '@/lib/json';
import type { usePaste } from './use-paste';
import type { TableModel } from './use-table';
import classes from './sub-table.module.css';

/** Rows from a spreadsheet, for those who do not paste into the grid itself; says how many there will be before anything is added. */
export function PasteDialog({
  table,
  read,
  onAdd,
  onClose,
}: {
  table: TableModel;
  read: ReturnType<typeof usePaste>['read'];
  onAdd(text: string): void;
  onClose(): void;
}) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const [text, setText] = useState('');
  const count = useMemo(() => (text.trim() === '' ? 0 : read(text, 0).rows.length), [text, read]);
  const columns = table.columns.filter((column) => !isComputed(column)).map((column) => localText(column.label, locale));
  return (
    <Modal opened onClose={onClose} title={t('pasteTitle')} size="lg">
      <p className={classes.pasteHint}>{t('pasteHint', { columns: columns.join(locale === 'zh' ? '、' : ', ') })}</p>
      <Textarea
        aria-label={t('pasteLabel')}
        data-autofocus
        minRows={8}
        maxRows={16}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        classNames={{ input: classes.pasteText ?? '' }}
      />
      <Group justify="flex-end" mt="md">
        <Button
          variant="filled"
          disabled={count === 0}
          onClick={() => {
            onAdd(text);
            onClose();
          }}
        >
          {t('pasteAdd', { count })}
        </Button>
      </Group>
    </Modal>
  );
}
