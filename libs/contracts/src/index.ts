import * as activities from './activities/index.js';
import * as catalog from './catalog/index.js';
import * as circulation from './circulation/index.js';
import type { EventDefinition } from './envelope/define-event.js';
import type { Topic } from './envelope/topic.js';
import type { Watermark } from './envelope/watermark.js';
import * as readers from './readers/index.js';

const words = [
  ...Object.values(catalog),
  ...Object.values(readers),
  ...Object.values(circulation),
  ...Object.values(activities),
];

/** A definition as registries and documents see it, whatever its data. */
export type AnyEvent = Pick<EventDefinition, 'type' | 'topic' | 'data' | 'says'>;

const isAnnounced = (word: unknown): word is AnyEvent =>
  typeof word === 'object' && word !== null && 'announce' in word;
const isWatermark = (word: unknown): word is Watermark => isAnnounced(word) && 'of' in word;
const isTopic = (word: unknown): word is Topic =>
  typeof word === 'object' && word !== null && 'partitions' in word;

/** Every event type that any service may announce: the facts. */
export const allEvents: readonly AnyEvent[] = (words as readonly unknown[]).filter(
  (word): word is AnyEvent => isAnnounced(word) && !isWatermark(word),
);

/** What the services say of their topics; not kept, and nobody's fact. */
export const allWatermarks: readonly Watermark[] = (words as readonly unknown[]).filter(isWatermark);

/** Every topic, with its fixed number of partitions. */
export const allTopics: readonly Topic[] = [
  ...(words as readonly unknown[]).filter(isTopic),
  ...allWatermarks.map(({ topic }) => topic),
];
