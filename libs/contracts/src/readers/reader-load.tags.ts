import type { Tags } from '../access/tags.js';

export const readerLoadTags = {
  'reader-loads': { zh: '馆员负担', en: 'Readers per librarian' },
} as const satisfies Tags;
