import { expect, type Locator, type Page } from '@playwright/test';

/** The flow designer as a person uses it: palette and canvas with the mouse, the panel with labels. */
export class Canvas {
  readonly panel: Locator;
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: '属性' });
  }

  /** A new process from an empty canvas: a start, one human activity, an end. */
  static async begin(page: Page, name: string): Promise<Canvas> {
    await page.goto('/design/processes');
    await page.getByRole('button', { name: '新建流程' }).first().click();
    await page.getByRole('dialog').getByLabel('名称（中文）').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
    await page.waitForURL(/\/design\/processes\/[0-9a-f-]{36}/);
    const canvas = new Canvas(page);
    await expect(canvas.panel.getByRole('heading', { name: '基本信息' })).toBeVisible();
    return canvas;
  }

  async choose(label: string, option: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: label, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /**
   * Selects what stands under this name and waits for its settings. A click on what is selected would let go of it, and the first
   * click after a drag belongs to the drag.
   */
  async select(name: string): Promise<void> {
    await expect(async () => {
      const shown = (await this.nameBox().count()) > 0 && (await this.nameBox().inputValue()) === name;
      if (!shown) await this.named(name).click();
      await expect(this.nameBox()).toHaveValue(name, { timeout: 1_000 });
    }).toPass();
  }

  async rename(name: string): Promise<void> {
    await this.nameBox().fill(name);
  }

  /** What comes after the selected element: before what came after it so far, or as one more branch of a gateway. */
  async append(title: string): Promise<void> {
    await this.page.locator('.djs-context-pad').getByTitle(`接着：${title}`).click();
  }

  async connect(from: string, to: string): Promise<void> {
    await this.select(from);
    await this.page.locator('.djs-context-pad').getByTitle('连线').click();
    const { x, y, width, height } = await boxOf(await this.shape(to));
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  async expression(label: string, source: string): Promise<void> {
    await this.panel.getByRole('button', { name: '写公式', exact: true }).click();
    await this.panel.getByRole('textbox', { name: label, exact: true }).click();
    await this.page.keyboard.type(source);
    await this.page.keyboard.press('Escape');
  }

  private nameBox(): Locator {
    return this.panel.getByRole('textbox', { name: '名称', exact: true });
  }

  private named(name: string): Locator {
    return this.page.getByTestId('canvas').locator('.djs-shape').filter({ hasText: name }).first();
  }

  /** The name of an event or a gateway is a shape of its own beside it. */
  private async shape(name: string): Promise<Locator> {
    const id = (await this.named(name).getAttribute('data-element-id')) ?? '';
    return this.page.getByTestId('canvas').locator(`.djs-shape[data-element-id="${id.replace(/_label$/, '')}"]`);
  }
}

// helpers //////////////////////

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the canvas');
  return box;
}
