/**
 * An ordered stream of facts. All events about one key lie in one partition, in the order of their commits.
 * The number of partitions is fixed here and the same on both buses; changing it would break the order of keys.
 */
export type Topic = {
  readonly name: `shulian.${string}.${string}`;
  readonly partitions: 1 | 8;
  /** Events older than this are forgotten; without it they are kept for ever, because projections are made again from them. */
  readonly keptForMs?: number;
  /** What the key of an event on this topic is, for the reader of the AsyncAPI document. */
  readonly keyedBy: string;
};
