import type { Instant } from '@shulian/contracts/ids';
import { Temporal } from 'temporal-polyfill';
import type { LendingWindow } from './loan-policy.js';

/** The wall clock of the county: weekday 1 Monday … 7 Sunday, time `HH:MM`. */
export type WallTime = { readonly weekday: number; readonly time: string };

/** Whether lending is open; the end of a window is no longer in it. */
export const isWithin = (windows: readonly LendingWindow[], at: WallTime): boolean =>
  windows.some(
    (window) => window.weekdays.includes(at.weekday) && window.from <= at.time && at.time < window.to,
  );

export function wallTimeAt(instant: Instant, zone: string): WallTime {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { weekday: there.dayOfWeek, time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
