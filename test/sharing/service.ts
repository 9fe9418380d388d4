import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { BackportRequest } from '../../lib/index.js';

/** What a service refused: the facts of the error, and its message. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly [fact: string]: unknown;
}

export type Answer = { readonly ok: unknown } | { readonly error: Refusal };

export type OnAsk = (request: BackportRequest) => Promise<unknown>;

/** A process that serves as test/fixtures/sharing/serve.cjs says; it takes one command at a time. */
export class Service {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: string,
    script: 'service.mjs' | 'service.cjs',
  ) {
    this.#child = spawn(process.execPath, [script], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#closed = once(this.#child, 'close');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Sends a command; `onAsk` is the peer that the service asks where a payload is too new for it. */
  call(command: Readonly<Record<string, unknown>>, onAsk?: OnAsk): Promise<Answer> {
    const answered = this.#last.then(() => this.#exchange(command, onAsk));
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  /** What the command gives. @throws Error where it is refused */
  async ask(command: Readonly<Record<string, unknown>>, onAsk?: OnAsk): Promise<unknown> {
    const answer = await this.call(command, onAsk);
    if ('ok' in answer) return answer.ok;
    throw new Error(`${JSON.stringify(command).slice(0, 200)}: ${answer.error.message}`);
  }

  /** Lets the process end, and waits until it did. */
  async stop(): Promise<void> {
    this.#child.stdin.end();
    await this.#closed;
  }

  async #exchange(command: object, onAsk: OnAsk | undefined): Promise<Answer> {
    this.#send(command);
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`the service ended after ${JSON.stringify(command).slice(0, 200)}`);
      const line = JSON.parse(value as string) as Answer | { readonly ask: BackportRequest };
      if (!('ask' in line)) return line;
      if (onAsk === undefined) throw new Error('the service asks, and nobody is there to answer');
      this.#send(await onAsk(line.ask));
    }
  }

  #send(message: unknown): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }
}
