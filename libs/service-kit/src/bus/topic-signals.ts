import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { QueryConfig } from 'pg';
import { Connection } from '../database/connection.js';
import type { Log } from '../log/logger.js';
import { Signal } from './signal.js';

/** Longest name of a channel, in bytes: NAMEDATALEN - 1. */
const CHANNEL_BYTES = 63;

/** The channel on which a topic's readers are woken; a name that is too long for a channel is hashed. */
function channelOf(topic: string): string {
  const name = `bus.${topic}`;
  if (Buffer.byteLength(name) <= CHANNEL_BYTES) return name;
  return `bus.${createHash('sha256').update(topic).digest('hex').slice(0, 40)}`;
}

/** The statement that wakes the readers of these topics, in all processes, and nobody else. */
export const wakeUpOf = (topics: readonly string[]): QueryConfig => ({
  name: 'bus.wake',
  text: `select pg_notify(channel, '') from unnest($1::text[]) as channel`,
  values: [[...new Set(topics.map(channelOf))]],
});

/** The signals of the groups in this process: each is raised when something is published to a topic that its group follows. */
export class TopicSignals {
  /** One for each group: what wakes one of them is not lost to the others. With the channels that raise it. */
  private readonly signals = new Map<Signal, ReadonlySet<string>>();
  private listener: Connection | undefined;
  /** A client of pg that is told to end while it connects never settles its `connect`: whoever waits for it waits for ever. */
  private connecting: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly settings: { readonly url: string; readonly service: string },
    private readonly log: Log,
  ) {}

  /** A signal that is raised for these topics; they are listened to when this resolves, if the server can be reached. */
  async follow(topics: readonly string[]): Promise<Signal> {
    const signal = new Signal();
    this.signals.set(signal, new Set(topics.map(channelOf)));
    await this.listen();
    return signal;
  }

  /** Wakes the groups that follow a channel, or all of them. */
  raise(channel?: string): void {
    for (const [signal, channels] of this.signals)
      if (channel === undefined || channels.has(channel)) signal.raise();
  }

  /** Takes as long as a connection may take that is being made, at most. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.connecting;
    await this.listener?.end().catch(() => undefined);
  }

  /** Listens to the channels of all groups, on one connection that is made again when it is lost. */
  private async listen(): Promise<void> {
    if (this.stopping) return;
    if (this.listener !== undefined) {
      // A connection that is lost meanwhile is made again, and listens to all of them.
      await this.listenOn(this.listener).catch(() => undefined);
      return;
    }
    const listener = new Connection({
      connectionString: this.settings.url,
      application_name: `shulian-${this.settings.service}-signal`,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.listener = listener;
    listener.on('notification', ({ channel }) => this.raise(channel));
    const again = (): void => {
      if (this.listener !== listener || this.stopping) return;
      this.listener = undefined;
      void listener.end().catch(() => undefined);
      void pause(1_000).then(async () => {
        if (this.stopping) return;
        await this.listen();
        this.raise(); // for what was published meanwhile
      });
    };
    listener.on('error', again);
    listener.on('end', again);
    const connected = listener.connect();
    this.connecting = connected.then(
      () => undefined,
      () => undefined,
    );
    try {
      await connected;
      // Told to stop while it connected: whoever stops it ends it.
      if (this.stopping) return;
      await this.listenOn(listener);
    } catch (err) {
      if (this.stopping) return;
      this.log.warn({ err }, 'cannot listen to the bus; looking at the table instead');
      again();
    }
  }

  private async listenOn(listener: Connection): Promise<void> {
    const channels = new Set([...this.signals.values()].flatMap((ofGroup) => [...ofGroup]));
    await listener.query(
      [...channels].map((channel) => `listen ${listener.escapeIdentifier(channel)}`).join(';'),
    );
  }
}
