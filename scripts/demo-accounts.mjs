// Prints the accounts that the server wrote down when it filled an empty database with the demonstration company.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const COLUMNS = [
  ['login', '账号 Login'],
  ['password', '密码 Password'],
  ['name', '姓名 Name'],
  ['role', '角色 Role'],
];

export function printDemoAccounts(folder) {
  const file = join(folder, 'demo-accounts.json');
  if (!existsSync(file)) return;
  const accounts = JSON.parse(readFileSync(file, 'utf8'));
  const rows = [COLUMNS.map(([, title]) => title), ...accounts.map((account) => COLUMNS.map(([key]) => cell(account[key])))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  process.stdout.write('\n演示账号，仅供试用 Demonstration accounts, for trying out only\n');
  for (const row of rows)
    process.stdout.write(
      `  ${row
        .map((cell, column) => cell + ' '.repeat(widths[column] - width(cell)))
        .join('  ')
        .trimEnd()}\n`,
    );
  process.stdout.write('\n');
}

/** What has two languages is printed in both. */
function cell(value) {
  return value !== null && typeof value === 'object' ? `${value.zh} ${value.en}` : String(value ?? '');
}

/** Columns that a terminal gives to the text: Han characters and full-width marks take two. */
function width(text) {
  return [...text].reduce(
    (sum, char) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1),
    0,
  );
}
