import type { CloudEvent } from '@shulian/contracts/envelope';
import { codeOf, isAboutValues } from '../database/sql-state.js';
import { traceFrom, withTrace } from '../log/trace.js';
import type { EventSchemas } from '../outbox/event-schemas.js';
import type { Tx } from '../transaction/tx.js';

/** What a handler gets beside the event: the transaction that also moves the position. */
export type Digesting = { readonly tx: Tx };

export type EventHandler = (event: CloudEvent, digesting: Digesting) => Promise<unknown>;

/** A room that listens: its handler name and what it does with each type of its topics. */
export type Room = {
  readonly handler: string;
  readonly handlers: ReadonlyMap<string, EventHandler>;
};

/**
 * Hands an event to its handler, after its schema was checked. Types that the room knowingly passes over are not.
 * @throws SchemaMismatch also for a type that no contract defines
 */
export async function handle(room: Room, schemas: EventSchemas, event: CloudEvent, tx: Tx): Promise<void> {
  const handler = room.handlers.get(event.type);
  if (handler === undefined && schemas.isKnown(event.type)) return;
  schemas.check(event.type, event.data);
  const trace = traceFrom(event.correlationid, event.traceparent, event.id);
  await withTrace(trace, () => handler?.(event, { tx }) ?? Promise.resolve());
}

/** A record is no event, however often it is tried. */
export class Odd extends Error {
  override readonly name = 'Odd';
}

/** Why something failed, in words that hold nothing of the values. */
export function reasonOf(error: unknown): string {
  if (error instanceof Odd) return error.message;
  if (isAboutValues(error)) return `SQLSTATE ${codeOf(error)}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
