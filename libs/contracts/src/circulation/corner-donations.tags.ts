import type { Tags } from '../access/tags.js';

export const cornerDonationsTags = {
  'corner-donations': { zh: '图书角捐书', en: 'Corner donations' },
} as const satisfies Tags;
