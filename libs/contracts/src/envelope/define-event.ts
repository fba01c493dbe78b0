import type { Static, TObject } from '@sinclair/typebox';
import type { CloudEvent } from './cloud-event.js';
import type { Topic } from './topic.js';

/** A fact as the domain states it, before the outbox gives it an id, a time and a trace. */
export type Announcement<T extends string = string, D = unknown> = {
  readonly type: T;
  readonly topic: string;
  readonly key: string;
  readonly schoolId: string | null;
  readonly aggregateVersion: number;
  readonly data: D;
};

export type EventDefinition<T extends string = string, S extends TObject = TObject> = {
  readonly type: T;
  readonly topic: Topic;
  readonly data: S;
  /** One sentence for the AsyncAPI document. */
  readonly says: string;
  readonly key: (data: Static<S>) => string;
  readonly school: (data: Static<S>) => string | null;
  /** States the fact; `aggregateVersion` is the version of the row locked for the key in this transaction. */
  readonly announce: (data: Static<S>, aggregateVersion: number) => Announcement<T, Static<S>>;
};

/** The CloudEvent a consumer gets for a definition: `type LoanCheckedOutV1 = EventOf<typeof LoanCheckedOutV1>`. */
export type EventOf<E> = E extends EventDefinition<infer T, infer S> ? CloudEvent<T, Static<S>> : never;

/** Event data stays open (`additionalProperties` is not false): an added field must never break a reader. */
export function defineEvent<const T extends `shulian.${string}.v${number}`, S extends TObject>(definition: {
  type: T;
  topic: Topic;
  data: S;
  says: string;
  key: (data: Static<S>) => string;
  school: (data: Static<S>) => string | null;
}): EventDefinition<T, S> {
  return {
    ...definition,
    announce: (data, aggregateVersion) => ({
      type: definition.type,
      topic: definition.topic.name,
      key: definition.key(data),
      schoolId: definition.school(data),
      aggregateVersion,
      data,
    }),
  };
}
