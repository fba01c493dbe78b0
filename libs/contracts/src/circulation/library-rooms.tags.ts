import type { Tags } from '../access/tags.js';

export const libraryRoomsTags = {
  'library-rooms': { zh: '馆室', en: 'Rooms of the library' },
} as const satisfies Tags;
