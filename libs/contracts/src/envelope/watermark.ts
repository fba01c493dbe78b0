import { Type, type Static } from '@sinclair/typebox';
import { Instant } from '../ids.js';
import { defineEvent, type EventDefinition } from './define-event.js';

/** A watermark is of use until the next one; whoever was away for longer hears the newest. */
const KEPT_FOR_MS = 3_600_000;

const Reached = Type.Object({
  upTo: Instant,
  ends: Type.Array(
    Type.Object({
      topic: Type.String({ maxLength: 100 }),
      part: Type.Integer({ minimum: 0 }),
      nextOffset: Type.Integer({ minimum: 0 }),
    }),
    { maxItems: 100, description: 'of all partitions of the topics of the service' },
  ),
});
export type WatermarkReached = Static<typeof Reached>;

export type Watermark = EventDefinition<string, typeof Reached> & { readonly of: string };

/** What a service says of all its topics together, again and again: up to when they are whole, and how far that reaches. */
export const watermarkOf = (service: string): Watermark => ({
  ...defineEvent({
    type: `shulian.${service}.watermark.reached.v1`,
    topic: {
      name: `shulian.${service}.watermark`,
      partitions: 1,
      keyedBy: 'name of the service',
      keptForMs: KEPT_FOR_MS,
    },
    data: Reached,
    says: `Every fact of ${service} that happened up to \`upTo\` is sent, and lies before these ends of its topics. It replaces the one before.`,
    key: () => service,
    school: () => null,
  }),
  of: service,
});
