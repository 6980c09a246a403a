import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addGroup, handleKey, shortcutGroups } from './registry';

/** As much of a page as the keys look at. */
class FakeElement {
  readonly #tag: string;
  constructor(tag: string) {
    this.#tag = tag;
  }
  closest(selector: string): FakeElement | null {
    return selector.split(', ').includes(this.#tag) ? this : null;
  }
}

const dialog = { open: false };
const pressed: string[] = [];
const remove: (() => void)[] = [];
const on = (keys: string, options: { inFields?: boolean; name?: string } = {}) =>
  remove.push(
    addGroup({ id: keys, scope: 'page', entries: [{ keys, label: keys, ...options, run: () => pressed.push(options.name ?? keys) }] }),
  );

function press(
  key: string,
  options: { at?: number; on?: string; ctrlKey?: boolean; altKey?: boolean; isComposing?: boolean; repeat?: boolean } = {},
) {
  const event = {
    key,
    timeStamp: options.at ?? 0,
    target: new FakeElement(options.on ?? 'body'),
    defaultPrevented: false,
    isComposing: false,
    repeat: false,
    metaKey: false,
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    preventDefault: () => undefined,
    ...options,
  };
  handleKey(event as unknown as KeyboardEvent);
}

beforeEach(() => {
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('document', { querySelector: () => (dialog.open ? {} : null) });
  dialog.open = false;
  pressed.splice(0);
});

afterEach(() => {
  for (const undo of remove.splice(0)) undo();
  press('Escape');
  vi.unstubAllGlobals();
});

describe('a key', () => {
  it('runs what the page gave it, until the page is left', () => {
    const leave = on('a');
    press('A');
    expect(pressed).toEqual(['a']);
    remove[leave - 1]?.();
    press('a');
    expect(pressed).toEqual(['a']);
    expect(shortcutGroups()).toEqual([]);
  });

  it('belongs to the page that came last', () => {
    on('a', { name: 'below' });
    on('a', { name: 'above' });
    press('a');
    expect(pressed).toEqual(['above']);
  });

  it('is a letter while somebody types, composes or looks at a dialog', () => {
    on('a');
    press('a', { on: 'input' });
    press('a', { on: 'textarea' });
    press('a', { isComposing: true });
    press('a', { repeat: true });
    press('a', { altKey: true });
    dialog.open = true;
    press('a');
    expect(pressed).toEqual([]);
  });

  it('with a modifier works in a field when it says so, and only then', () => {
    on('mod+k', { inFields: true });
    on('mod+s');
    press('k', { ctrlKey: true, on: 'input' });
    press('s', { ctrlKey: true, on: 'input' });
    expect(pressed).toEqual(['mod+k']);
  });

  it('leaves Enter to the button or link that has the focus', () => {
    on('enter');
    press('Enter', { on: 'button' });
    press('Enter', { on: 'a' });
    press('Enter');
    expect(pressed).toEqual(['enter']);
  });
});

describe('a sequence', () => {
  it('is two keys within a second', () => {
    on('g i');
    on('i');
    press('g', { at: 0 });
    press('i', { at: 900 });
    press('g', { at: 2000 });
    press('i', { at: 3100 });
    expect(pressed).toEqual(['g i', 'i']);
  });

  it('broken off is forgotten, and its second key may mean something itself', () => {
    on('g i');
    on('x');
    press('g', { at: 0 });
    press('x', { at: 100 });
    press('i', { at: 200 });
    expect(pressed).toEqual(['x']);
  });

  it('does not begin in a field', () => {
    on('g i');
    press('g', { at: 0, on: 'input' });
    press('i', { at: 100 });
    expect(pressed).toEqual([]);
  });
});
