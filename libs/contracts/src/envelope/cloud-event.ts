/** CloudEvents 1.0 in structured mode: the same bytes lie in outbox, log, topic, parking place and event stream. */
export type CloudEvent<T extends string = string, D = unknown> = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: T;
  /** The key of the aggregate, also the Kafka key. */
  readonly subject: string;
  readonly partitionkey: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  /** Version of the aggregate that gives the topic its key: 1, 2, 3 … without gaps within a key. */
  readonly aggregateversion: number;
  /** The school the fact belongs to (for loans the lending school); absent for facts of the county. */
  readonly schoolid?: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  readonly traceparent?: string;
  readonly data: D;
};
