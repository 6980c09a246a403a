import type Viewer from 'bpmn-js/lib/Viewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

/** Room around the drawing: at the sides, above, and below it for the people under the lowest activity. */
const MARGIN = { side: 28, top: 20, bottom: 36 };
/** Labels stay legible: what does not fit at this scale is scrolled. */
const LEAST = 0.62;
const MOST = 2.5;

/**
 * The drawing as a sheet of its own size inside a window that scrolls natively: a finger pans it, a wheel over it moves the page
 * as soon as there is nothing left to scroll.
 */
export class DiagramSheet {
  readonly #viewer: Viewer;
  readonly #window: HTMLElement;
  readonly #sheet: HTMLElement;
  #scale = 1;
  #fitted = true;
  /** Room above the model for what is drawn there. */
  #above = 0;
  /** Where the sheet was last moved to by itself; anywhere else is the reader's own choice. */
  #shownAt: { left: number; top: number } | null = null;

  constructor(viewer: Viewer, window: HTMLElement, sheet: HTMLElement) {
    this.#viewer = viewer;
    this.#window = window;
    this.#sheet = sheet;
    // What scrolls can be scrolled by the keyboard as well.
    window.tabIndex = 0;
  }

  /** All of it, as large as it is drawn at most. */
  fit(): void {
    const { width, height } = this.#natural();
    this.#fitted = true;
    this.#draw(Math.max(LEAST, Math.min(1, this.#window.clientWidth / width, this.#window.clientHeight / height)));
  }

  keepAbove(room: number): void {
    if (room === this.#above) return;
    this.#above = room;
    if (this.#fitted) this.fit();
    else this.#draw(this.#scale);
  }

  /** After the window has changed its size; a scale that the reader chose stays. */
  refit(): void {
    if (this.#fitted) this.fit();
  }

  zoom(step: number): void {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#window;
    const middle = { x: (scrollLeft + clientWidth / 2) / this.#scale, y: (scrollTop + clientHeight / 2) / this.#scale };
    this.#fitted = false;
    this.#draw(Math.max(0.3, Math.min(MOST, this.#scale * step)));
    this.#window.scrollTo({ left: middle.x * this.#scale - clientWidth / 2, top: middle.y * this.#scale - clientHeight / 2 });
  }

  /** Scrolls so that the element is in the middle of the window, unless the reader has chosen another scale or place. */
  follow(elementId: string | undefined): void {
    const { scrollLeft, scrollTop } = this.#window;
    const untouched = this.#shownAt === null || (this.#shownAt.left === scrollLeft && this.#shownAt.top === scrollTop);
    if (this.#fitted && untouched) this.#show(elementId);
  }

  #show(elementId: string | undefined): void {
    const element = elementId === undefined ? undefined : this.#viewer.get<ElementRegistry>('elementRegistry').get(elementId);
    if (!element || !('x' in element) || !('y' in element)) return;
    const { x, y } = this.#natural();
    this.#window.scrollTo({
      left: (Number(element.x) + 50 - x) * this.#scale - this.#window.clientWidth / 2,
      top: (Number(element.y) + 40 - y) * this.#scale - this.#window.clientHeight / 2,
    });
    this.#shownAt = { left: this.#window.scrollLeft, top: this.#window.scrollTop };
  }

  /** The mouse drags the sheet; fingers scroll by themselves. */
  drag(from: PointerEvent): void {
    if (from.pointerType !== 'mouse' || from.button !== 0) return;
    const window = this.#window;
    const start = { left: window.scrollLeft + from.clientX, top: window.scrollTop + from.clientY };
    const move = (to: PointerEvent) => window.scrollTo({ left: start.left - to.clientX, top: start.top - to.clientY });
    const controller = new AbortController();
    document.addEventListener('pointermove', move, { signal: controller.signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      document.addEventListener(end, () => controller.abort(), { signal: controller.signal });
  }

  #draw(scale: number): void {
    const box = this.#natural();
    this.#scale = scale;
    this.#sheet.style.width = `${box.width * scale}px`;
    this.#sheet.style.height = `${box.height * scale}px`;
    const canvas = this.#viewer.get<Canvas>('canvas');
    canvas.resized();
    canvas.viewbox(box);
  }

  #natural(): { x: number; y: number; width: number; height: number } {
    const { inner } = this.#viewer.get<Canvas>('canvas').viewbox();
    return {
      x: inner.x - MARGIN.side,
      y: inner.y - MARGIN.top - this.#above,
      width: inner.width + 2 * MARGIN.side,
      height: inner.height + MARGIN.top + this.#above + MARGIN.bottom,
    };
  }
}
