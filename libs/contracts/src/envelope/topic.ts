/**
 * An ordered stream of facts. All events about one key lie in one partition, in the order of their commits.
 * The number of partitions is fixed here and the same on both buses; changing it would break the order of keys.
 */
export type Topic = {
  readonly name: `shulian.${string}.${string}`;
  readonly partitions: 1 | 8;
  /** What the key of an event on this topic is, for the reader of the AsyncAPI document. */
  readonly keyedBy: string;
};
