import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What the kit must know of an event type; the registry itself lives in the contracts. */
export type KnownEvent = {
  readonly type: string;
  readonly topic: { readonly name: string; readonly partitions: number };
  readonly data: object;
};

/** Compiled schemas of event data, by type. */
export class EventSchemas {
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly events: ReadonlyMap<string, KnownEvent>;
  private readonly ajv = new Ajv2020({ strict: false });

  constructor(events: readonly KnownEvent[]) {
    addFormats.default(this.ajv);
    this.events = new Map(events.map((event) => [event.type, event]));
  }

  isKnown(type: string): boolean {
    return this.events.has(type);
  }

  /** Types that may come on a topic. */
  typesOf(topic: string): string[] {
    return [...this.events.values()].filter((event) => event.topic.name === topic).map((event) => event.type);
  }

  /** @throws SchemaMismatch that names the place, never the value */
  check(type: string, data: unknown): void {
    const event = this.events.get(type);
    if (event === undefined) throw new SchemaMismatch(`no event type ${type} is registered`);
    let validate = this.compiled.get(type);
    if (validate === undefined) {
      validate = this.ajv.compile(event.data);
      this.compiled.set(type, validate);
    }
    if (!validate(data)) {
      const places = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.keyword}`);
      throw new SchemaMismatch(`${type} does not match its schema: ${places.join(', ')}`);
    }
  }
}

export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}
