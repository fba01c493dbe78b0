import type { Tags } from '../access/tags.js';

export const locationsTags = {
  'copy-moves': { zh: '倒架', en: 'Copy moves' },
  locations: { zh: '馆藏地', en: 'Locations' },
  'shelf-ranges': { zh: '架标', en: 'Shelf ranges' },
} as const satisfies Tags;
