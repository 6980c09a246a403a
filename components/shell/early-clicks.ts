/**
 * A press on a button before its code has arrived would be lost. This script stands in the page's head and keeps the last one; when
 * React has taken over the part of the page around it (`useHydrates`), the button is pressed again. Links need none of this: they work
 * without code. What is older than ten seconds nobody expects any more.
 */
export const earlyClicks = `(() => {
  const ready = new WeakSet();
  let kept, at;
  const drop = () => { kept?.removeAttribute('data-kept'); kept = undefined; };
  addEventListener('click', (event) => {
    if (!event.isTrusted || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const button = event.target instanceof Element && event.target.closest('button, [role="button"], [role="tab"]');
    const part = button && button.closest('[data-hydrates]');
    if (!part || ready.has(part)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    drop();
    kept = button;
    at = Date.now();
    button.setAttribute('data-kept', '');
  }, true);
  window.vermilionReady = (part) => {
    ready.add(part);
    if (kept?.closest('[data-hydrates]') !== part) return;
    const button = kept;
    drop();
    if (button.isConnected && Date.now() - at < 10000) button.click();
  };
})()`;
