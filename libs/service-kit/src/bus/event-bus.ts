/** An event on its way: the bytes of the CloudEvent with what a bus must know of it. */
export type OutgoingEvent = {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  /** CloudEvent in structured mode, JSON. */
  readonly payload: string;
};

/** An event as a bus delivers it, with its place in the log. */
export type DeliveredEvent = OutgoingEvent & { readonly part: number; readonly offset: bigint };

/**
 * Digests events in the order of their partitions: of one partition (Kafka) or of several, of one topic or of several
 * (the log in Postgres); those of a key always in order. Resolves when all of them are done for good (digested, known already, or
 * parked); rejects when the bus must deliver the batch again, of which some may be done already.
 */
export type Digest = (events: readonly DeliveredEvent[]) => Promise<void>;

export type Subscription = {
  /** `shulian.<service>.<room>`; also the inbox handler name. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly digest: Digest;
};

/** How a subscription stands: joined or not, and how many events wait. */
export type Standing = { readonly joined: boolean; readonly lag: bigint };

/** The port behind which Kafka and the Postgres log are the same: at-least-once, in order within a key. */
export interface EventBus {
  readonly kind: 'kafka' | 'postgres';
  /** Resolves only when all events are durable; keeps the order of each key. Called by the relay and nobody else. */
  publish(events: readonly OutgoingEvent[]): Promise<void>;
  subscribe(subscription: Subscription): Promise<void>;
  /** Stops fetching, waits for the running digests up to the deadline, lets the groups go. */
  stop(deadlineMs: number): Promise<void>;
  standing(): Promise<ReadonlyMap<string, Standing>>;
  /** Puts the group at the beginning of the log; only while no subscription of it runs. */
  rewind(group: string, topics: readonly string[]): Promise<void>;
}
