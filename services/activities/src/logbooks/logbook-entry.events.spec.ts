import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, LogbookEntryId, SchoolId } from '@shulian/contracts/ids';
import { entryFollowedUp, entryWritten } from './logbook-entry.events.js';

const golden = (type: string): { data: unknown; aggregateversion: number; subject: string } =>
  JSON.parse(
    readFileSync(new URL(`../../../../libs/contracts/examples/${type}.json`, import.meta.url), 'utf8'),
  ) as never;
const entry = {
  id: '01940000-0000-7000-8000-000000000601' as LogbookEntryId,
  schoolId: '01940000-0000-7000-8000-000000000001' as SchoolId,
  code: 'suggestions',
  happenedOn: '2026-10-12' as CalendarDay,
  corrects: null,
  strikes: false,
  status: 'open',
  settledAt: null,
};

describe('the facts about entries of logbooks', () => {
  it.each([
    ['shulian.activities.logbook-entry.written.v1', entryWritten(entry)],
    [
      'shulian.activities.logbook-entry.followed-up.v1',
      entryFollowedUp({ ...entry, status: 'answered', settledAt: new Date(0) }, 1),
    ],
  ])('are announced as the golden example of %s has it', (type, announcement) => {
    const example = golden(type);
    expect(announcement).toMatchObject({
      type,
      key: example.subject,
      aggregateVersion: example.aggregateversion,
    });
    expect(announcement.data).toEqual(example.data);
  });
});
