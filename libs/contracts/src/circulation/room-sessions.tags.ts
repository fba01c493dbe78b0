import type { Tags } from '../access/tags.js';

export const roomSessionsTags = {
  'room-session-totals': { zh: '课次统计', en: 'Totals of sessions' },
  'room-sessions': { zh: '馆室预订', en: 'Room sessions' },
  'room-visits': { zh: '阅览登记', en: 'Room visits' },
  'seat-availability': { zh: '空余座位', en: 'Free seats' },
  'seat-bookings': { zh: '座位预订', en: 'Seat bookings' },
  'teacher-readings': { zh: '教师阅览周记录', en: 'Reading of teachers' },
  'visit-progress': { zh: '到馆目标完成', en: 'Progress of visits' },
  'visit-targets': { zh: '到馆目标', en: 'Visit targets' },
  'visit-totals': { zh: '阅览人次', en: 'Totals of visits' },
} as const satisfies Tags;
