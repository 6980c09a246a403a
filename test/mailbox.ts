import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type CaughtMail = { to: readonly string[]; from: string; raw: string; mail: Email };

type OnMail = (caught: CaughtMail) => unknown;
type Refusal = { code: number; message: string };

/** A mail server on this machine that keeps what it is given; it can be told to refuse, to be away, and to come back. */
export class Mailbox {
  readonly mails: CaughtMail[] = [];
  #server: SMTPServer | null = null;
  #port = 0;
  #refusal: Refusal | null = null;
  #waiting: (() => void)[] = [];
  onMail: OnMail;
  onRefused: () => unknown = () => undefined;

  private constructor(onMail: OnMail) {
    this.onMail = onMail;
  }

  static async open(port = 0, onMail: OnMail = () => undefined): Promise<Mailbox> {
    const box = new Mailbox(onMail);
    box.#port = port;
    await box.comeBack();
    return box;
  }

  get url(): string {
    return `smtp://portal:pa%40ss@127.0.0.1:${this.#port}`;
  }

  /** Every recipient is answered with this code until `accept`. */
  refuse(code: number, message: string): void {
    this.#refusal = { code, message };
  }

  accept(): void {
    this.#refusal = null;
  }

  async goAway(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server) await new Promise<void>((done) => server.close(done));
  }

  async comeBack(): Promise<void> {
    const server = new SMTPServer(this.#options());
    // A port that is taken must end the run that asked for it, loudly; later errors belong to single connections.
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(this.#port, '127.0.0.1', () => {
        server.off('error', fail);
        done();
      });
      server.on('error', () => undefined);
    });
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** The mails to this address once there are as many. */
  async received(address: string, count = 1): Promise<readonly CaughtMail[]> {
    for (;;) {
      const found = this.mails.filter(({ to }) => to.includes(address));
      if (found.length >= count) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  #options(): SMTPServerOptions {
    return {
      // A local server without a certificate: the portal must get by without TLS when none is offered.
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      logger: false,
      onAuth: ({ username, password }, _session, answer) => {
        if (username === 'portal' && password === 'pa@ss') answer(null, { user: username });
        else answer(new Error('wrong password'));
      },
      onRcptTo: (_address, _session, answer) => {
        const refusal = this.#refusal;
        if (!refusal) return answer(null);
        void Promise.resolve(this.onRefused()).then(() =>
          answer(Object.assign(new Error(refusal.message), { responseCode: refusal.code })),
        );
      },
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void this.#keep(Buffer.concat(chunks).toString('utf8'), session.envelope).then(() => answer(null));
        });
      },
    };
  }

  async #keep(raw: string, { mailFrom, rcptTo }: { mailFrom: false | { address: string }; rcptTo: { address: string }[] }): Promise<void> {
    const caught = await parseMail(
      raw,
      mailFrom ? mailFrom.address : '',
      rcptTo.map(({ address }) => address),
    );
    this.mails.push(caught);
    await this.onMail(caught);
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

export async function parseMail(raw: string, from: string, to: readonly string[]): Promise<CaughtMail> {
  return { raw, from, to, mail: await PostalMime.parse(raw) };
}

/** Where the one link of a mail leads. */
export function linkOf({ mail }: CaughtMail): string {
  const [link, ...more] = [...(mail.html ?? '').matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&#38;', '&'));
  if (!link || more.length > 0) throw new Error(`one link expected in ${mail.html}`);
  return link;
}
