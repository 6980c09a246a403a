import { isAnswer } from './command-ids';

/**
 * Commands that go out one after the other. What was sent and not answered may have come through: it is sent again as it was, under its
 * own id, before anything else is; what was refused is done with.
 */
export class Outbox<Command, Answer> {
  readonly #send: (command: Command) => Promise<Answer>;
  #unanswered: Command | null = null;

  constructor(send: (command: Command) => Promise<Answer>) {
    this.#send = send;
  }

  get unanswered(): Command | null {
    return this.#unanswered;
  }

  async send(command: Command): Promise<Answer> {
    this.#unanswered = command;
    try {
      const answer = await this.#send(command);
      this.#unanswered = null;
      return answer;
    } catch (error) {
      if (isAnswer(error)) this.#unanswered = null;
      throw error;
    }
  }
}
