import type { Manifest, Model, Primitive } from '../../lib/index.js';
import type { Answer, OnAsk, Peer } from './peer.js';
import type { Subject } from './subjects.js';

/** A Python service of today, and any that is behind, for one set of classes. */
export class Service {
  readonly #declared = new Map<string, Promise<string>>();

  constructor(
    readonly peer: Peer,
    readonly subject: Subject,
  ) {}

  /** The world in which the classes are at their newest. */
  today(): Promise<string> {
    return this.#declare(this.subject.name, () => this.subject.today);
  }

  /** The world of a service that reads what the manifest says. */
  behind(manifest: Manifest): Promise<string> {
    const world = `${this.subject.name} ${JSON.stringify(manifest)}`;
    return this.#declare(world, () => this.subject.older(manifest));
  }

  /** Reads and writes again. */
  rewrite(world: string, primitive: unknown): Promise<Answer> {
    return this.peer.call({ do: 'rewrite', world, primitive });
  }

  /** Makes an object by assignment; with `touch`, one that was stored, and then had these fields set. */
  make(world: string, primitive: Primitive, touch?: readonly string[]): Promise<Answer> {
    const stored = touch === undefined ? {} : { reset: true, touch };
    return this.peer.call({ do: 'make', world, primitive, ...stored });
  }

  /** Writes for an older reader, as the service does that others ask for backports. */
  write(world: string, primitive: unknown, target: string, manifest: Manifest): Promise<Answer> {
    return this.peer.call({ do: 'write', world, primitive, target, manifest });
  }

  /** Reads what came over the wire, and asks where it is too new. */
  receive(world: string, primitive: unknown, onAsk?: OnAsk): Promise<Answer> {
    return this.peer.call({ do: 'receive', world, primitive }, onAsk);
  }

  #declare(world: string, classes: () => Subject['today']): Promise<string> {
    let declared = this.#declared.get(world);
    if (declared === undefined) {
      const command = { do: 'declare', world, ...addressOf(this.subject), classes: classes() };
      declared = this.peer.call(command).then((answer) => {
        if ('error' in answer) throw new Error(`${world}: ${answer.error.class}: ${answer.error.message}`);
        return world;
      });
      this.#declared.set(world, declared);
    }
    return declared;
  }
}

/** The namespace and the prefix of the envelope, which a project's classes share. */
function addressOf({ models }: Subject): { namespace: string; serial: string } {
  const [model] = models.values() as Iterable<Model> & IterableIterator<Model>;
  if (model === undefined) throw new Error('there are no classes');
  return { namespace: model.namespace, serial: model.envelope.name.slice(0, -'.name'.length) };
}
