import { setTimeout as pause } from 'node:timers/promises';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { SetMetadata } from '@nestjs/common';
import { EventPattern, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EventHandler, Room } from './handling.js';
import type { Inbox, Replayed } from './inbox.js';
import type { EventSchemas } from '../outbox/event-schemas.js';
import type { DeliveredRecord, EventBus, Positions } from '../bus/event-bus.js';

/**
 * Marks a method of a `.consumer` as the handler of an event type in a room of its service (`from-catalog`). The method
 * gets `(@Payload() event, @Ctx() { store })`, inside the transaction that already holds the inbox row.
 */
export const Digests = (room: string, definition: { readonly type: string }): MethodDecorator =>
  EventPattern(definition.type, { room }) as MethodDecorator;

const PASSED_OVER = 'shulian.passed-over';
type PassedOver = { readonly room: string; readonly types: readonly string[] };

/** Marks a `.consumer` with the event types of its topics that mean nothing to it; one that nobody names stops the start. */
export const PassesOver = (
  room: string,
  ...definitions: readonly { readonly type: string }[]
): ClassDecorator =>
  SetMetadata(PASSED_OVER, { room, types: definitions.map(({ type }) => type) } satisfies PassedOver);

/** Types of subscribed topics that a room knowingly passes over: room → types. */
export type Ignores = Readonly<Record<string, readonly string[]>>;

/** What the consumers of a service pass over. */
export function ignoredBy(consumers: readonly object[]): Ignores {
  const rooms: Record<string, string[]> = {};
  for (const consumer of consumers) {
    const passed = Reflect.getMetadata(PASSED_OVER, consumer) as PassedOver | undefined;
    if (passed !== undefined) (rooms[passed.room] ??= []).push(...passed.types);
  }
  return rooms;
}

/** Nest's transport over the `EventBus` port: one group per room; handlers run inside the inbox's transaction. */
export class EventBusServer extends Server implements CustomTransportStrategy {
  // Nest must hand us a handler's error instead of logging it: the inbox decides what becomes of the event.
  override readonly propagatesEventHandlerErrors = true;
  private readonly rooms = new Map<string, Map<string, EventHandler>>();

  constructor(
    private readonly service: string,
    private readonly bus: EventBus,
    private readonly inbox: Inbox,
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
    const room = this.rooms.get(name) ?? new Map<string, EventHandler>();
    if (room.has(type)) throw new Error(`${type} has two handlers in ${name}`);
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

  private async join(rooms: readonly Room[]): Promise<void> {
    for (const room of rooms) {
      const topics = this.topicsOf(room);
      const subscription = {
        group: room.handler,
        topics,
        digest: (records: readonly DeliveredRecord[]) => this.inbox.digest(room, records),
        positions: this.positionsOf(room),
      };
      for (let failures = 0; !this.stopped; failures += 1) {
        try {
          await this.bus.subscribe(subscription);
          break;
        } catch {
          await pause(Math.min(500 * 2 ** failures, 10_000), undefined, { ref: false });
        }
      }
    }
    if (!this.stopped) this.joining.resolve();
  }

  /** The rooms as the inbox knows them, for replays too. */
  roomsOfService(): Room[] {
    return [...this.rooms].map(([name, handlers]) => {
      const room = { handler: `shulian.${this.service}.${name}`, handlers };
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

  positionsOf(room: Room): Positions {
    return this.inbox.positionsOf(room, this.topicsOf(room));
  }

  /** Digests what is parked for a key of a room; null when there is no such room. */
  replay(handler: string, topic: string, key: string, by: string): Promise<Replayed> | null {
    const room = this.roomsOfService().find((one) => one.handler === handler);
    return room === undefined ? null : this.inbox.replay(room, topic, key, by);
  }

  /** Which group follows which topic. */
  followings(): { handler: string; topic: string }[] {
    return this.roomsOfService().flatMap((room) =>
      this.topicsOf(room).map((topic) => ({ handler: room.handler, topic })),
    );
  }

  topicsOf(room: Room): string[] {
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
