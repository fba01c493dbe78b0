import type { Tags } from '../access/tags.js';

export const openingHoursTags = {
  'duty-shifts': { zh: '值班', en: 'Duty shifts' },
  'open-rooms': { zh: '当前开放', en: 'Open rooms' },
  'opening-days': { zh: '逐日开放', en: 'Opening days' },
  'opening-exceptions': { zh: '例外开放', en: 'Opening exceptions' },
  'opening-hours': { zh: '开放时间', en: 'Opening hours' },
  'opening-punctuality': { zh: '准时开放', en: 'Punctuality' },
  'opening-totals': { zh: '周开放时数', en: 'Hours a week' },
  'room-openings': { zh: '开放登记', en: 'Room openings' },
} as const satisfies Tags;
