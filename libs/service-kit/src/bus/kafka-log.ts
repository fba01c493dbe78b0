import type { Admin, Kafka } from 'kafkajs';
import { BusStopped, laneOf, type Edges, type FoundLog, type Lane } from './event-bus.js';

/** What an admin of the brokers tells of topics and groups. Topics are named without the prefix. */
export class KafkaLog {
  private admin: Promise<Admin> | undefined;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly topicPrefix: string,
  ) {}

  /** The log as it is now: whose it is, and where its partitions begin and end. */
  async found(topics: readonly string[]): Promise<FoundLog> {
    const admin = await this.administering();
    const [{ clusterId }, edges] = await Promise.all([admin.describeCluster(), this.edges(topics)]);
    return {
      logId: clusterId,
      lanes: [...edges.values()].map(({ lane }) => lane),
      edges: (lane) => edges.get(laneOf(lane)),
      since: async ({ topic, part }, instant) => {
        const offsets = await admin.fetchTopicOffsetsByTimestamp(this.topicPrefix + topic, instant.getTime());
        const offset = BigInt(offsets.find(({ partition }) => partition === part)?.offset ?? '-1');
        return offset < 0n ? (edges.get(laneOf({ topic, part }))?.high ?? 0n) : offset;
      },
    };
  }

  async edges(topics: readonly string[]): Promise<Map<string, Edges & { readonly lane: Lane }>> {
    const admin = await this.administering();
    const ofTopics = await Promise.all(
      topics.map(async (topic) => {
        const ends = await admin.fetchTopicOffsets(this.topicPrefix + topic);
        return ends.map(({ partition, low, high }) => {
          const lane = { topic, part: partition };
          return [laneOf(lane), { lane, low: BigInt(low), high: BigInt(high) }] as const;
        });
      }),
    );
    return new Map(ofTopics.flat());
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.admin?.then((admin) => admin.disconnect());
  }

  private administering(): Promise<Admin> {
    // One that is made now would be closed by nobody.
    if (this.closed) return Promise.reject(new BusStopped());
    this.admin ??= (async () => {
      const admin = this.kafka.admin();
      await admin.connect();
      return admin;
    })().catch((error: unknown) => {
      // The next one to ask tries again: a broker that was away once is not away for ever.
      this.admin = undefined;
      throw error;
    });
    return this.admin;
  }
}
