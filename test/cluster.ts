import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Order } from './killable-node';

type Child = ChildProcess & { stdin: Writable; stdout: Readable };
type Node = { child: Child; ready: Promise<unknown>; waiting: Map<string, (code: string | null) => void> };

/** What a client hears when it cannot know: the node died, or the database was away. */
const TRY_AGAIN = new Set(['LOST', 'BUSY']);

/** Nodes in processes of their own, and clients that repeat a command under its id until they have an answer. */
export class Cluster {
  kills = 0;
  /** Answers that never came, because the node was gone. */
  lost = 0;
  readonly #nodes: Node[] = [];
  #spare: Node | null = null;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  start(count: number): void {
    for (let n = 0; n < count; n++) this.#nodes.push(startNode());
  }

  /** Kills one of them; another that has started meanwhile takes its place, so that work goes on. */
  async killOne(): Promise<void> {
    const node = await this.#replaceOne(Math.floor(this.#random() * this.#nodes.length));
    this.kills += 1;
    await end(node, 'SIGKILL');
  }

  /** Asks each of them in turn to end, as an update does it: another one is there before it goes, and gets what is asked from then on. */
  async roll(): Promise<void> {
    for (let at = 0; at < this.#nodes.length; at++) await end(await this.#replaceOne(at), 'SIGTERM');
  }

  async killAll(): Promise<void> {
    const all = [...this.#nodes.splice(0), ...(this.#spare ? [this.#spare] : [])];
    this.#spare = null;
    await Promise.all(all.map((node) => end(node, 'SIGKILL')));
  }

  /** The answer, from whichever node lives long enough to give it. */
  async carryOut(order: Order): Promise<string | null> {
    for (;;) {
      const node = this.#nodes[Math.floor(this.#random() * this.#nodes.length)];
      const code = node ? await ask(node, order) : 'LOST';
      if (code === 'LOST') this.lost += 1;
      if (code === null || !TRY_AGAIN.has(code)) return code;
      await sleep(50);
    }
  }

  async #replaceOne(at: number): Promise<Node | undefined> {
    const spare = (this.#spare ??= startNode());
    await spare.ready;
    this.#spare = startNode();
    return this.#nodes.splice(at, 1, spare)[0];
  }
}

// helpers //////////////////////

function startNode(): Node {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/killable-node.ts'], {
    stdio: ['pipe', 'pipe', process.env.VERMILION_NODE_LOG ? 'inherit' : 'ignore'],
    env: { ...process.env, NODE_ENV: 'test' },
  }) as Child;
  const node: Node = { child, ready: once(child.stdout, 'data'), waiting: new Map() };
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Beside answers there is the log.
    const { commandId, code } = JSON.parse(line) as Partial<Answer>;
    if (commandId === undefined || code === undefined) return;
    node.waiting.get(commandId)?.(code);
    node.waiting.delete(commandId);
  });
  child.once('exit', () => {
    for (const answer of node.waiting.values()) answer('LOST');
    node.waiting.clear();
  });
  return node;
}

function ask(node: Node, order: Order): Promise<string | null> {
  if (node.child.exitCode !== null || node.child.signalCode !== null) return Promise.resolve('LOST');
  return new Promise((answer) => {
    node.waiting.set(order.commandId, answer);
    node.child.stdin.write(`${JSON.stringify(order)}\n`);
  });
}

async function end(node: Node | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!node || node.child.exitCode !== null || node.child.signalCode !== null) return;
  node.child.kill(signal);
  await once(node.child, 'exit');
}
