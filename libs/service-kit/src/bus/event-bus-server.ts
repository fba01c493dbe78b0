import { setTimeout as pause } from 'node:timers/promises';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { EventPattern, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EventHandler, Inbox, Room } from '../inbox/inbox.js';
import type { EventSchemas } from '../outbox/event-schemas.js';
import type { Digest, EventBus } from './event-bus.js';

/**
 * Marks a method of a `.consumer` as the handler of an event type in a room of its service (`from-catalog`). The method
 * gets `(@Payload() event, @Ctx() { store })`, inside the transaction that already holds the inbox row.
 * @param how `alone`: see `Room`
 */
export const Digests = (
  room: string,
  definition: { readonly type: string },
  how: { readonly alone?: true } = {},
): MethodDecorator => EventPattern(definition.type, { room, ...how }) as MethodDecorator;

/** Types of subscribed topics that a room knowingly passes over: room → types. */
export type Ignores = Readonly<Record<string, readonly string[]>>;

/** Nest's transport over the `EventBus` port: one group per room; handlers run inside the inbox's transaction. */
export class EventBusServer<Store> extends Server implements CustomTransportStrategy {
  // Nest must hand us a handler's error instead of logging it: the inbox decides what becomes of the event.
  override readonly propagatesEventHandlerErrors = true;
  private readonly rooms = new Map<string, Map<string, EventHandler<Store>>>();
  private readonly alone = new Set<string>();

  constructor(
    private readonly service: string,
    private readonly bus: EventBus,
    private readonly inbox: Inbox<Store>,
    private readonly schemas: EventSchemas,
    private readonly ignores: Ignores,
    private readonly topicOf: (type: string) => string | undefined,
  ) {
    super();
  }

  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const type = String(pattern);
    const name = extras['room'];
    if (!isEventHandler || typeof name !== 'string') throw new Error(`${type} has no room: use @Digests`);
    const room = this.rooms.get(name) ?? new Map<string, EventHandler<Store>>();
    if (room.has(type)) throw new Error(`${type} has two handlers in ${name}`);
    if (extras['alone'] === true) this.alone.add(`${name} ${type}`);
    room.set(type, async (event, digesting) => {
      const outcome: unknown = await callback(event, digesting);
      // Awaited here and not by the base class, which would commit the offset of a failed event.
      return isObservable(outcome) ? lastValueFrom(outcome, { defaultValue: undefined }) : outcome;
    });
    this.rooms.set(name, room);
  }

  private readonly joining = Promise.withResolvers<void>();
  private stopped = false;

  /** Resolves when all rooms listen, however long the bus is away before. */
  get joined(): Promise<void> {
    return this.joining.promise;
  }

  /**
   * Compares the handlers with the registry of contracts: a type nobody digests stops the start. Then joins the bus in
   * the background: a service whose bus is away must do its own work all the same.
   */
  listen(callback: (error?: unknown) => void): void {
    try {
      const rooms = this.roomsOfService();
      void this.join(rooms);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  private async join(rooms: readonly Room<Store>[]): Promise<void> {
    for (const room of rooms) {
      const topics = this.topicsOf(room);
      const digest: Digest = (events) => this.inbox.digest(room, events);
      for (let failures = 0; !this.stopped; failures += 1) {
        try {
          await this.bus.subscribe({ group: room.handler, topics, digest });
          break;
        } catch {
          await pause(Math.min(500 * 2 ** failures, 10_000), undefined, { ref: false });
        }
      }
    }
    if (!this.stopped) this.joining.resolve();
  }

  /** The rooms as the inbox knows them, for replays too. */
  roomsOfService(): Room<Store>[] {
    return [...this.rooms].map(([name, handlers]) => {
      const alone = new Set([...handlers.keys()].filter((type) => this.alone.has(`${name} ${type}`)));
      const room = { handler: `shulian.${this.service}.${name}`, handlers, alone };
      const ignored = new Set(this.ignores[name] ?? []);
      for (const type of handlers.keys())
        if (!this.schemas.isKnown(type))
          throw new Error(`${name} digests ${type}, which no contract defines`);
      for (const topic of this.topicsOf(room))
        for (const type of this.schemas.typesOf(topic))
          if (!handlers.has(type) && !ignored.has(type))
            throw new Error(`${name} neither digests nor ignores ${type}`);
      return room;
    });
  }

  /** Digests what is parked for a key of a room; null when there is no such room. */
  replay(handler: string, topic: string, key: string, by: string): Promise<number> | null {
    const room = this.roomsOfService().find((one) => one.handler === handler);
    return room === undefined ? null : this.inbox.replay(room, topic, key, by);
  }

  topicsOf(room: Room<Store>): string[] {
    return [...new Set([...room.handlers.keys()].flatMap((type) => this.topicOf(type) ?? []))];
  }

  /** The bus is stopped by the service, after its doors; see `stopInOrder`. */
  close(): void {
    this.stopped = true;
  }

  on(): void {}

  unwrap<T>(): T {
    return this.bus as T;
  }
}
