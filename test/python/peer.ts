import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Primitive } from '../../lib/index.js';

/** What Python raised: the exception's class and its text. */
export interface Raised {
  readonly class: string;
  readonly message: string;
}

export type Answer = { readonly ok: unknown } | { readonly error: Raised };

/** What a Python service asks for when it gets an object that is too new for it. */
export interface Ask {
  readonly primitive: Primitive;
  readonly manifest: Readonly<Record<string, string>>;
}

export type OnAsk = (ask: Ask) => { readonly primitive: Primitive } | { readonly refused: string };

type Child = ChildProcessByStdio<Writable, Readable, null>;

const script = fileURLToPath(new URL('../../../test/python/peer.py', import.meta.url));

/** Where Debian's packages are first; another Python on the path may not see them. */
const interpreters = ['/usr/bin/python3', 'python3'];

/** A Python process with oslo.versionedobjects; it takes one command at a time. */
export class Peer {
  readonly #child: Child;
  readonly #lines: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    child: Child,
    lines: AsyncIterator<string>,
    readonly version: string,
  ) {
    this.#child = child;
    this.#lines = lines;
  }

  /** Starts it, or answers why there is none. */
  static async start(): Promise<Peer | string> {
    const reasons: string[] = [];
    for (const interpreter of interpreters) {
      const started = await startWith(interpreter);
      if (typeof started !== 'string') return new Peer(started.child, started.lines, started.version);
      reasons.push(`${interpreter}: ${started}`);
    }
    return reasons.join('; ');
  }

  /** Sends a command; `onAsk` answers what Python asks before it is done. */
  call(command: Readonly<Record<string, unknown>>, onAsk?: OnAsk): Promise<Answer> {
    const answered = this.#last.then(() => this.#exchange(command, onAsk));
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  stop(): void {
    this.#child.stdin.end();
  }

  async #exchange(command: object, onAsk: OnAsk | undefined): Promise<Answer> {
    this.#send(command);
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`Python ended after ${JSON.stringify(command).slice(0, 500)}`);
      const line = JSON.parse(value as string) as Answer | { readonly ask: Ask };
      if (!('ask' in line)) return line;
      this.#send(onAsk === undefined ? { refused: 'nobody is asked here' } : onAsk(line.ask));
    }
  }

  #send(message: object): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }
}

async function startWith(
  interpreter: string,
): Promise<string | { child: Child; lines: AsyncIterator<string>; version: string }> {
  const child = spawn(interpreter, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await Promise.race([failed, lines.next()]);
  if (typeof first === 'string') return first;
  if (first.done === true) return 'it ended at once';
  const greeting = JSON.parse(first.value) as { readonly ready: string } | { readonly missing: string };
  return 'missing' in greeting ? greeting.missing : { child, lines, version: greeting.ready };
}
