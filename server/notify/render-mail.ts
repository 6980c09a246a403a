import type { Locale } from '@/lib/json';
import { mailTexts } from './mail-texts';
import type { NoticeMessage } from './outbox-message';

/** Subject, plain text and HTML of a notice. Texts are code; what people wrote only fills named slots, escaped, and never a header line break. */
export function renderMail(locale: Locale, message: NoticeMessage): { subject: string; text: string; html: string } {
  const texts = mailTexts[locale];
  const slots: Record<string, string> = {
    ...message.notice.params,
    title: message.title,
    number: message.number,
    actor: message.actorName,
  };
  const line = fill(texts.lines[message.notice.kind], slots);
  const comment = slots.comment ? fill(texts.comment, slots) : '';
  const link = requestLink(message);
  const subject = oneLine(`${texts.brand} ${line}`);
  const text = [line, `${message.number} ${message.title}`, comment, `${texts.open}: ${link}`, texts.footer].filter(Boolean).join('\n\n');
  const html = `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><body style="font-family:sans-serif;color:#1c1b19;line-height:1.6">
<p style="font-size:16px">${escapeHtml(line)}</p>
<p><strong>${escapeHtml(message.title)}</strong><br><span style="color:#5c5850">${escapeHtml(message.number)}</span></p>
${comment ? `<p style="border-left:3px solid #e6e2d8;padding-left:12px;color:#5c5850">${escapeHtml(comment)}</p>` : ''}
<p><a href="${escapeHtml(link)}" style="background:#1c1b19;color:#fff;padding:8px 16px;border-radius:6px;text-decoration:none">${escapeHtml(texts.open)}</a></p>
<p style="color:#757065;font-size:12px">${escapeHtml(texts.footer)}</p></body></html>`;
  return { subject, text, html };
}

// helpers //////////////////////

/** Opens the request after sign-in; following it changes nothing (scanners prefetch links). Always the configured origin, never a request's Host header. */
function requestLink(message: NoticeMessage): string {
  const origin = (process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
  const item = message.notice.workItemId ? `?item=${message.notice.workItemId}` : '';
  return `${origin}/requests/${message.rootInstanceId}${item}`;
}

function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => (Object.hasOwn(slots, name) ? (slots[name] ?? '') : ''));
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ').slice(0, 200);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
