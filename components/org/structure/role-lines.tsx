'use client';
import { ActionIcon, Button, Input, Switch } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { DepartmentPicker } from '../department-picker';
import { PositionPicker } from '../position-picker';
import { UserPicker } from '../user-picker';
import classes from './structure.module.css';

export type LineDraft = { key: string } & (
  | { kind: 'user'; userId: string | null }
  | { kind: 'posts'; departmentId: string | null; includeSub: boolean; positionId: string | null }
);

type Props = { lines: readonly LineDraft[]; onChange: (lines: LineDraft[]) => void; error: string | null };

/** What a role is made of, line by line. */
export function RoleLines({ lines, onChange, error }: Props) {
  const t = useTranslations('org.roles');
  const replace = (line: LineDraft) => onChange(lines.map((old) => (old.key === line.key ? line : old)));
  const one = (value: string | readonly string[] | null) => (typeof value === 'string' ? value : null);
  return (
    <Input.Wrapper label={t('lines')} description={t('linesHelp')} error={error} labelElement="div">
      <ul className={classes.lineList}>
        {lines.map((line, index) => (
          <li key={line.key} className={classes.line}>
            <div className={classes.lineFields}>
              {line.kind === 'user' ? (
                <UserPicker
                  ariaLabel={t('lineUser', { index: index + 1 })}
                  value={line.userId}
                  onChange={(value) => replace({ ...line, userId: one(value) })}
                />
              ) : (
                <>
                  <DepartmentPicker
                    ariaLabel={t('lineDepartment', { index: index + 1 })}
                    placeholder={t('anyDepartment')}
                    value={line.departmentId}
                    onChange={(value) => replace({ ...line, departmentId: one(value) })}
                  />
                  {line.departmentId ? (
                    <Switch
                      label={t('includeSub')}
                      checked={line.includeSub}
                      onChange={(event) => replace({ ...line, includeSub: event.currentTarget.checked })}
                    />
                  ) : null}
                  <PositionPicker
                    ariaLabel={t('linePosition', { index: index + 1 })}
                    placeholder={t('anyPosition')}
                    value={line.positionId}
                    onChange={(value) => replace({ ...line, positionId: one(value) })}
                  />
                </>
              )}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeLine', { index: index + 1 })}
              onClick={() => onChange(lines.filter((old) => old.key !== line.key))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={classes.adders}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={16} stroke={1.5} />}
          onClick={() =>
            onChange([...lines, { key: crypto.randomUUID(), kind: 'posts', departmentId: null, includeSub: false, positionId: null }])
          }
        >
          {t('addPosts')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={16} stroke={1.5} />}
          onClick={() => onChange([...lines, { key: crypto.randomUUID(), kind: 'user', userId: null }])}
        >
          {t('addUser')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
