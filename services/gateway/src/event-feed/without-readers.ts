import { allEvents } from '@shulian/contracts';
import type { FedEvent } from './event-feed.query.js';

/** Which reader, card or note a fact is about; what kind of reader, of which school or class, is no one's identity. */
const namesSomebody = (property: string): boolean =>
  property === 'borrower' || /(^|[a-z])(reader|card|note)(Id|Key)$/i.test(property);

type FactShape = {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
};
type Fact = Readonly<Record<string, unknown>> & {
  readonly subject: string;
  readonly partitionkey: string;
  readonly dataschema: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** What the name of a data schema without readers ends with. */
export const WITHOUT_READERS = '.without-readers';

const without = <Value>(tree: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(tree).filter(([name]) => !namesSomebody(name)));

/** The shape of an event's data without readers; null where there are none in it. */
export function schemaWithoutReaders(schema: object): object | null {
  const { properties, required = [] } = schema as FactShape;
  if (!Object.keys(properties).some(namesSomebody)) return null;
  return {
    ...schema,
    properties: without(properties),
    required: required.filter((name) => !namesSomebody(name)),
  };
}

const typesWithIds: ReadonlySet<string> = new Set(
  allEvents.filter(({ data }) => schemaWithoutReaders(data) !== null).map(({ type }) => type),
);
const made = new WeakMap<FedEvent, string>();

/** The event as a client with `events.read` alone gets it: nobody can be told by it (decision 49). */
export function withoutReaders(fed: FedEvent): string {
  if (!typesWithIds.has(fed.type)) return fed.event;
  let text = made.get(fed);
  if (text === undefined) made.set(fed, (text = stripped(fed.event)));
  return text;
}

function stripped(event: string): string {
  const { subject, partitionkey, dataschema, data, ...fact } = JSON.parse(event) as Fact;
  const told = without(data);
  // The key of a reader's or a note's own events is that id.
  const kept = new Set(Object.values(told));
  return JSON.stringify({
    ...fact,
    ...(kept.has(subject) ? { subject } : {}),
    ...(kept.has(partitionkey) ? { partitionkey } : {}),
    dataschema: dataschema.replace(/(\.schema\.json)?$/, `${WITHOUT_READERS}$1`),
    data: told,
  });
}
