import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { prizeGranted, prizeWithdrawn } from './contest-prize.events.js';

const golden = (type: string): { data: unknown; aggregateversion: number; subject: string } =>
  JSON.parse(
    readFileSync(new URL(`../../../../../libs/contracts/examples/${type}.json`, import.meta.url), 'utf8'),
  ) as never;
const prize = (version: number) =>
  ({
    id: '01940000-0000-7000-8000-000000000711',
    version,
    contestId: '01940000-0000-7000-8000-000000000701',
    schoolId: '01940000-0000-7000-8000-000000000001',
    readerId: '01940000-0000-7000-8000-000000000301',
    classId: '01940000-0000-7000-8000-000000000101',
    level: 'first',
  }) as never;

describe('the facts about prizes of contests', () => {
  it.each([
    [
      'shulian.activities.contest-prize.granted.v1',
      prizeGranted(prize(1), 'essay', '2026-10-30' as CalendarDay),
    ],
    [
      'shulian.activities.contest-prize.withdrawn.v1',
      prizeWithdrawn(prize(2), 'essay', '2026-11-02' as CalendarDay),
    ],
  ])('are announced as the golden example of %s has it', (type, announcement) => {
    const example = golden(type);
    const { aggregateversion: aggregateVersion, subject: key } = example;
    expect(announcement).toMatchObject({ type, key, aggregateVersion });
    expect(announcement.data).toEqual(example.data);
  });
});
