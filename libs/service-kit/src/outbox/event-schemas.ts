import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Problem } from '../problem/refused.js';

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

  /**
   * For an event that came: its form alone. A log keeps events for ever, also those from before a length was set.
   * @throws SchemaMismatch that names the place, never the value
   */
  check(type: string, data: unknown): void {
    const validate = this.validatorOf(type, 'form');
    if (!validate(data))
      throw new SchemaMismatch(`${type} does not match its schema: ${said(validate.errors)}`);
  }

  /**
   * For an event that is announced: its form and the length of everything in it.
   * @throws SchemaMismatch for our own bug; Problem 422 for a fact that is too long to be told
   */
  checkNew(type: string, data: unknown): void {
    const validate = this.validatorOf(type, 'whole');
    if (validate(data)) return;
    const errors = validate.errors;
    this.check(type, data);
    throw tooLong((errors ?? []).map((error) => error.instancePath));
  }

  private validatorOf(type: string, what: 'form' | 'whole'): ValidateFunction {
    const key = `${what} ${type}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const event = this.events.get(type);
    if (event === undefined) throw new SchemaMismatch(`no event type ${type} is registered`);
    const validate = this.ajv.compile(what === 'whole' ? event.data : withoutLengths(event.data));
    this.compiled.set(key, validate);
    return validate;
  }
}

/** What is written is longer than an event can carry: a refusal for whoever wrote it, before anything is stored. */
export const tooLong = (places: readonly string[]): Problem =>
  new Problem(422, 'request.too-long', {
    errors: [...new Set(places)].map((pointer) => ({ pointer, code: 'too-long' })),
  });

const said = (errors: readonly ErrorObject[] | null | undefined): string =>
  (errors ?? []).map((error) => `${error.instancePath || '/'} ${error.keyword}`).join(', ');

const withoutLengths = (schema: object): object =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'maxLength' || key === 'maxItems') && typeof value === 'number' ? undefined : value,
    ),
  ) as object;

export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}
