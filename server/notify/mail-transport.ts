import { createTransport, type Transporter } from 'nodemailer';

/** `server` is what people are shown: host and port, never the credentials. */
export type MailTransport = { sender: Transporter; server: string; from: string; address: string };
const holder = globalThis as typeof globalThis & { vermilionMail?: { key: string; transport: MailTransport } };

/** A mail server that does not answer must not hold the next mails for minutes. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The SMTP server of SMTP_URL (smtp://user:password@host:port), or null when none is configured: then no mail is written at all. */
export function mailTransport(): MailTransport | null {
  const url = process.env.SMTP_URL;
  if (!url) return null;
  const from = process.env.MAIL_FROM ?? 'Vermilion <vermilion@localhost>';
  const key = `${url} ${from}`;
  if (holder.vermilionMail?.key !== key) {
    const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
    holder.vermilionMail = {
      key,
      transport: { sender: createTransport({ url, ...TIMEOUTS }, { from }), server: new URL(url).host, from, address },
    };
  }
  return holder.vermilionMail.transport;
}
