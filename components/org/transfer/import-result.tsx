'use client';
import { Button, Checkbox, Group, ScrollArea, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import type { ImportReport } from '@/server/org/import-table';
import type { TransferKind } from '@/server/org/transfer-columns';
import classes from './transfer.module.css';

type Props = {
  kind: TransferKind;
  report: ImportReport;
  onRun: (mode: 'all' | 'good', withPasswords: boolean) => void;
  onAgain: () => void;
};

/** What the file would do, and what is wrong in which row; the good rows may go alone. */
export function ImportResult({ kind, report, onRun, onAgain }: Props) {
  const t = useTranslations('org.transfer');
  const makesPeople = kind === 'users' && report.create > 0;
  const [wanted, setWanted] = useState(true);
  const withPasswords = makesPeople && wanted;
  const good = report.create + report.update + report.same;
  const toStore = report.create + report.update;
  const facts = [t('create', { count: report.create }), t('update', { count: report.update }), t('same', { count: report.same })].join(
    ' · ',
  );
  return (
    <>
      <Banner tone={report.bad > 0 ? 'warning' : 'plain'}>
        <b>{report.bad > 0 ? t('someBad', { bad: report.bad, good }) : t('allGood', { count: good })}</b>{' '}
        <span className={classes.meta}>{facts}</span>
      </Banner>
      {report.problems.length > 0 ? (
        <ScrollArea.Autosize
          mah={320}
          className={classes.problems ?? ''}
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('problem') }}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('row')}</Table.Th>
                <Table.Th>{t('column')}</Table.Th>
                <Table.Th>{t('value')}</Table.Th>
                <Table.Th>{t('problem')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.problems.map((problem, index) => (
                <Table.Tr key={index}>
                  <Table.Td className={classes.number}>{problem.row}</Table.Td>
                  <Table.Td>{problem.column}</Table.Td>
                  <Table.Td className={classes.value}>
                    <bdi>{problem.value || '—'}</bdi>
                  </Table.Td>
                  <Table.Td>
                    {problem.message} <code className={classes.code}>{problem.code}</code>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {report.moreProblems > 0 ? <p className={classes.meta}>{t('moreProblems', { count: report.moreProblems })}</p> : null}
        </ScrollArea.Autosize>
      ) : null}
      {makesPeople ? (
        <Checkbox
          label={t('withPasswords', { count: report.create })}
          description={t('passwordNote')}
          checked={wanted}
          onChange={(event) => setWanted(event.currentTarget.checked)}
        />
      ) : null}
      <Group justify="flex-end" gap="xs">
        <Button onClick={onAgain}>{t('again')}</Button>
        {report.bad > 0 ? (
          <Button disabled={toStore === 0} onClick={() => onRun('good', withPasswords)}>
            {t('runGood', { count: toStore })}
          </Button>
        ) : (
          <Button variant="filled" disabled={toStore === 0} onClick={() => onRun('all', withPasswords)}>
            {toStore === 0 ? t('nothing') : t('run', { count: toStore })}
          </Button>
        )}
      </Group>
    </>
  );
}
