// The page of the core system's stand-in: its calls, and switches that make it fail.

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 14px/1.6 Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 960px; margin: 32px auto; padding: 0 16px; }
  h1 { font: 20px Georgia, "Noto Serif CJK SC", serif; }
  button { font: inherit; padding: 6px 12px; margin: 0 8px 8px 0; }
  button[aria-pressed=true] { font-weight: 600; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; margin: 8px 0 24px; }
  th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid #8884; vertical-align: top; }
  code { font-size: 12px; overflow-wrap: anywhere; }`;

// One script for all buttons; the page is read anew every two seconds.
const SCRIPT = `
  for (const button of document.querySelectorAll('button')) button.onclick = async () => {
    await fetch('/behavior', { method: 'POST', body: button.dataset.set });
    location.reload();
  };
  setInterval(() => document.visibilityState === 'visible' && location.reload(), 2000);`;

/** The whole page as HTML. */
export function page({ loans, calls, behavior }) {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>核心系统 Core system</title>
<style>${STYLE}</style>
<h1>核心系统（演示） Core system stand-in</h1>
<p>${behavior.down ? '已停机：所有调用都答 503 · closed: every call answers 503' : '运行中 · running'}</p>
<p>${toggle('停机 Close', { down: true }, behavior.down)}${toggle('恢复 Open', { down: false }, !behavior.down)}${toggle('拒绝修改（409） Refuse changes', { reject: !behavior.reject }, behavior.reject)}${toggle('慢 3 秒 Slow by 3 s', { slowMs: behavior.slowMs > 0 ? 0 : 3000 }, behavior.slowMs > 0)}</p>
<h2>借款 Loans</h2>
<div class="scroll"><table><tr><th>编号 Number</th><th>借款人 Borrower</th><th>银行卡 Card</th><th>开户行 Bank</th></tr>
${Object.entries(loans)
  .map(([id, loan]) => row([`<code>${safe(id)}</code>`, safe(loan.borrower), `<code>${safe(loan.card)}</code>`, safe(loan.bank)]))
  .join('')}</table></div>
<h2>改卡调用 Calls that change a card</h2>
${
  calls.length === 0
    ? '<p>还没有调用 None yet</p>'
    : `<div class="scroll"><table><tr><th>时间 Time</th><th>借款 Loan</th><th>Idempotency-Key</th><th>答复 Answer</th><th>改了卡 Changed</th></tr>
${calls.toReversed().map(callRow).join('')}</table></div>`
}
<script>${SCRIPT}</script></html>`;
}

// helpers //////////////////////

function callRow({ at, id, key, status, changed }) {
  return row([at.slice(11, 19), `<code>${safe(id)}</code>`, `<code>${safe(key ?? '')}</code>`, String(status), changed ? '✓' : '—']);
}

function row(cells) {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function toggle(label, set, pressed) {
  return `<button aria-pressed="${pressed}" data-set="${safe(JSON.stringify(set))}">${label}</button>`;
}

function safe(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
