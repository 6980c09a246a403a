import { createTransport, type Transporter } from 'nodemailer';

type MailTransport = { sender: Transporter; from: string; address: string };
const holder = globalThis as typeof globalThis & { vermilionMail?: { url: string; transport: MailTransport } };

/** The SMTP connection of SMTP_URL (smtp://user:password@host:port), or null when no mail server is configured: then mails wait. */
export function mailTransport(): MailTransport | null {
  const url = process.env.SMTP_URL;
  if (!url) return null;
  if (holder.vermilionMail?.url !== url) {
    const from = process.env.MAIL_FROM ?? 'Vermilion <vermilion@localhost>';
    const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
    holder.vermilionMail = { url, transport: { sender: createTransport(url, { from }), from, address } };
  }
  return holder.vermilionMail.transport;
}
