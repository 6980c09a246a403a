import type { Locale } from '@/lib/json';
import { mailTexts } from './mail-texts';
import type { NoticeMessage } from './outbox-message';

export type RenderedMail = { subject: string; text: string; html: string };

/** Subject, plain text and HTML of a notice. Texts are code; what people wrote only fills named slots, escaped, and never a header line break. */
export function renderMail(locale: Locale, message: NoticeMessage): RenderedMail {
  const texts = mailTexts[locale];
  const slots: Record<string, string> = {
    ...message.notice.params,
    title: message.title,
    number: message.number,
    actor: (locale === 'en' && message.actorNameEn) || message.actorName,
  };
  const line = fill(texts.lines[message.notice.kind], slots);
  const { elementName = '', comment: said = message.notice.params.reason } = message.notice.params;
  const comment = said ? fill(texts.comment, { comment: said }) : '';
  // What came back to the applicant stands at no step that the mail could name.
  const element = elementName && ((locale === 'en' && message.elementNameEn) || elementName);
  return compose(locale, {
    line,
    about: { title: message.title, facts: [message.number, element && fill(texts.step, { element })].filter(Boolean).join(' · ') },
    comment,
    link: { label: texts.open, address: requestLink(message) },
    footer: texts.footer,
  });
}

/** What an administrator sends to see whether mails arrive. */
export function renderTestMail(locale: Locale): RenderedMail {
  const { line, open, footer } = mailTexts[locale].test;
  return compose(locale, { line, comment: '', link: { label: open, address: `${origin()}/system` }, footer });
}

// helpers //////////////////////

type Parts = {
  line: string;
  about?: { title: string; facts: string };
  comment: string;
  link: { label: string; address: string };
  footer: string;
};

function compose(locale: Locale, { line, about, comment, link, footer }: Parts): RenderedMail {
  const subject = oneLine(`${mailTexts[locale].brand}${line}`);
  const text = [line, about ? `${about.title}\n${about.facts}` : '', comment, `${link.label}: ${link.address}`, footer]
    .filter(Boolean)
    .join('\n\n');
  const html = `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><body style="font-family:sans-serif;color:#1c1b19;line-height:1.6">
<p style="font-size:16px">${escapeHtml(line)}</p>
${about ? `<p><strong>${escapeHtml(about.title)}</strong><br><span style="color:#5c5850">${escapeHtml(about.facts)}</span></p>` : ''}
${comment ? `<p style="border-left:3px solid #e6e2d8;padding-left:12px;color:#5c5850">${escapeHtml(comment)}</p>` : ''}
<p><a href="${escapeHtml(link.address)}" style="background:#1c1b19;color:#fff;padding:8px 16px;border-radius:6px;text-decoration:none">${escapeHtml(link.label)}</a></p>
<p style="color:#757065;font-size:12px">${escapeHtml(footer)}</p></body></html>`;
  return { subject, text, html };
}

/** Opens the request after sign-in; following it changes nothing (scanners prefetch links). Always the configured origin, never a request's Host header. */
function requestLink(message: NoticeMessage): string {
  const item = message.notice.workItemId ? `?item=${message.notice.workItemId}` : '';
  return `${origin()}/requests/${message.rootInstanceId}${item}`;
}

function origin(): string {
  return (process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
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
