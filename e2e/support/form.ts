import { expect, type Locator, type Page } from '@playwright/test';

/** A form being filled in, by the labels that people read. */
export class Form {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async text(label: string, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.control(label).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Days of the month that the calendar opens with. */
  async days(label: string, first: number, last: number): Promise<void> {
    const control = this.control(label);
    await control.click();
    const calendar = this.page.locator('[data-dates-dropdown]');
    // Weeks as Chinese calendars have them; and whoever has only opened it is not told that nothing is chosen.
    await expect(calendar.locator('thead th').first()).toHaveText('一');
    await expect(control).not.toHaveAttribute('data-error');
    const day = (n: number) => calendar.locator('button:not([data-outside])').getByText(String(n), { exact: true });
    await day(first).click();
    await day(last).click();
  }

  /** People or departments: type, take what is found. */
  async pick(label: string, name: string): Promise<void> {
    const field = this.control(label);
    await field.fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await expect(this.page.getByRole('button', { name: `去掉 ${name}` })).toBeVisible();
    await field.press('Escape');
  }

  /** Adds a row to a table and fills its cells by column. */
  async row(table: string, cells: Readonly<Record<string, string>>): Promise<void> {
    const rows = this.table(table).locator('tbody th[scope=row]');
    const before = await rows.count();
    await this.page.getByRole('button', { name: '加一行' }).click();
    await expect(rows).toHaveCount(before + 1);
    for (const [column, value] of Object.entries(cells)) await this.cell(table, before + 1, column, value);
  }

  /** Fills one cell, as with the mouse and the keyboard; rows count from 1. */
  async cell(table: string, row: number, column: string, value: string): Promise<void> {
    const headings = await this.table(table).locator('thead th').allInnerTexts();
    const index = headings.findIndex((heading) => heading.replace(/[\s*]/g, '') === column);
    expect(index, `${table} has the column ${column}`).toBeGreaterThan(0);
    const cell = this.table(table)
      .locator(`tr[aria-rowindex="${row + 1}"] > *`)
      .nth(index);
    await cell.click();
    const control = cell.locator('input:not([type=hidden])');
    if ((await control.getAttribute('aria-haspopup')) === 'listbox')
      await this.page.getByRole('option', { name: value, exact: true }).click();
    else await control.fill(value);
  }

  private table(label: string): Locator {
    return this.page.locator(`table[aria-label^="${label}"]`);
  }

  private control(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).and(this.page.locator('input, button'));
  }
}
