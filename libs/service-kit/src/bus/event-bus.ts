/** An event on its way: the bytes of the CloudEvent with what a bus must know of it. */
export type OutgoingEvent = {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  /** CloudEvent in structured mode, JSON. */
  readonly payload: string;
};

/** The bus will not take these events, now or later: too large together or one by one, or of no form it knows. */
export class RefusedByBus extends Error {
  override readonly name = 'RefusedByBus';
}

/** Too late: what would be opened now, nobody would close. */
export class BusStopped extends Error {
  override readonly name = 'BusStopped';

  constructor() {
    super('the bus has been stopped');
  }
}

/** A partition of a topic, as a group reads it. */
export type Lane = { readonly topic: string; readonly part: number };

export const laneOf = ({ topic, part }: Lane): string => `${topic}/${part}`;

/** The bytes of a record as they came. */
export type RawRecord = {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** JSON: name → values in base64 */
  readonly headers: Buffer | null;
};

/**
 * A record as a bus delivers it, with its place in the log. Anybody may have written it: nothing of it is believed, and
 * what its bytes do not say as text is null.
 */
export type DeliveredRecord = Lane & {
  readonly offset: bigint;
  /** Where the reader stood before it: the log has nothing between this and the record. */
  readonly from: bigint;
  readonly logId: string;
  readonly eventId: string | null;
  readonly key: string | null;
  readonly type: string | null;
  readonly payload: string | null;
  /** For the parking place. */
  raw(): RawRecord;
};

/** A partition that did not go on, and why; what comes after the records that were done must be delivered again. */
export type Held = Lane & { readonly why: unknown };

/**
 * Digests records in the order of their partitions: of one partition (Kafka) or of several, of one topic or of several
 * (the log in Postgres). Resolves when all of them are done for good (digested, known already, or parked), but those of
 * the partitions it names.
 */
export type Digest = (records: readonly DeliveredRecord[]) => Promise<readonly Held[]>;

/** Where a group stands in a partition: behind the last event that it has digested or parked. */
export type Position = Lane & {
  readonly nextOffset: bigint;
  /** The log it stands in; empty when that was not noted. */
  readonly logId: string;
  /** The event before the position; null when there was none, or none that could be read. */
  readonly lastEventId: string | null;
};

/** The positions of a group, kept beside its effects. */
export interface Positions {
  read(): Promise<readonly Position[]>;
  /** Sets positions that nobody has moved since they were read. @returns the partitions of which it did */
  begin(
    places: readonly { readonly was: Position | null; readonly now: Position }[],
  ): Promise<readonly Lane[]>;
}

export type Subscription = {
  /** `shulian.<service>.<room>`; also the inbox handler name. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly digest: Digest;
  readonly positions: Positions;
  /** The topics keep the newest only: what is gone unread is no loss that a person should hear of. */
  readonly newestOnly?: true;
};

/** How a subscription stands. */
export type Standing = {
  readonly joined: boolean;
  /** events that wait */
  readonly lag: bigint;
  /** changes whenever it goes on */
  readonly reached: bigint;
  /** what a person should know, in words for a log */
  readonly why: readonly string[];
};

/** The ends of a partition. `before`: the event before the group's position, where the log can be asked for it. */
export type Edges = { readonly low: bigint; readonly high: bigint; readonly before?: string | null };

/** A log as the reader finds it. */
export interface FoundLog {
  readonly logId: string;
  readonly lanes: readonly Lane[];
  edges(lane: Lane): Edges | undefined;
  /** The first record that came to the log then or later; the end when there is none. */
  since(lane: Lane, instant: Date): Promise<bigint>;
}

/** The port behind which Kafka and the Postgres log are the same: at-least-once, in order within a key. */
export interface EventBus {
  readonly kind: 'kafka' | 'postgres';
  /**
   * Resolves only when all events are durable; keeps the order of each key. Called by the relay and nobody else.
   * @throws RefusedByBus when it would be the same another time; some of them may have been taken
   */
  publish(events: readonly OutgoingEvent[]): Promise<void>;
  /** Forgets what topics keep no longer; a bus that does so by itself has nothing to do. */
  sweep(): Promise<void>;
  /** Reads each partition from the position of the group on. */
  subscribe(subscription: Subscription): Promise<void>;
  /** The log of these topics as it is now. */
  look(topics: readonly string[]): Promise<FoundLog>;
  /** Gives up whatever reads for a group and begins anew at its positions. */
  renew(group: string, why: string): Promise<void>;
  /** Stops fetching, waits for the running digests up to the deadline, lets the groups go. */
  stop(deadlineMs: number): Promise<void>;
  /**
   * How each group stands that reads here.
   * @throws what kept the bus from answering, also where no group reads
   */
  standing(): Promise<ReadonlyMap<string, Standing>>;
}
