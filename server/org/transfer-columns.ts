import type { Locale, LocalText } from '@/lib/json';

export const transferKinds = ['users', 'departments'] as const;
export type TransferKind = (typeof transferKinds)[number];

export type TransferColumn = { key: string; name: LocalText; isRequired: boolean; example: string };

/** The columns of a sheet of people or departments; a file may name them in either language or by key. */
export const transferColumns: Record<TransferKind, readonly TransferColumn[]> = {
  users: [
    column('login', '登录名', 'Login', { isRequired: true, example: 'wangmin' }),
    column('name', '姓名', 'Name', { isRequired: true, example: '王敏' }),
    column('nameEn', '英文名', 'English name', { example: 'Wang Min' }),
    column('employeeNo', '工号', 'Employee number', { example: 'E1027' }),
    column('email', '邮箱', 'Email', { example: 'wangmin@example.com' }),
    column('phone', '电话', 'Telephone', { example: '' }),
    column('department', '部门编码', 'Department code', { isRequired: true, example: 'east' }),
    column('position', '职位编码', 'Position code', { isRequired: true, example: 'manager' }),
    column('otherPosts', '兼职', 'Further posts', { example: 'customer-service/supervisor; hr/specialist' }),
  ],
  departments: [
    column('code', '编码', 'Code', { isRequired: true, example: 'east' }),
    column('nameZh', '中文名称', 'Chinese name', { isRequired: true, example: '华东区' }),
    column('nameEn', '英文名称', 'English name', { example: 'East' }),
    column('parent', '上级编码', 'Parent code', { example: 'sales' }),
    column('head', '负责人登录名', 'Login of the head', { example: 'wangmin' }),
  ],
};

export function columnName(kind: TransferKind, key: string, locale: Locale): string {
  return transferColumns[kind].find((one) => one.key === key)?.name[locale] ?? key;
}

// helpers //////////////////////

function column(key: string, zh: string, en: string, more: { isRequired?: boolean; example: string }): TransferColumn {
  return { key, name: { zh, en }, isRequired: more.isRequired ?? false, example: more.example };
}
