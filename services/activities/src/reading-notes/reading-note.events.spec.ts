import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { readingNoteAccepted, readingNoteHandedIn } from './reading-note.events.js';
import { aReadingNote } from './rules/a-reading-note.builder.js';

const golden = (type: string): { data: unknown; aggregateversion: number; subject: string } =>
  JSON.parse(
    readFileSync(new URL(`../../../../libs/contracts/examples/${type}.json`, import.meta.url), 'utf8'),
  ) as never;

describe('the facts about reading notes', () => {
  it.each([
    ['shulian.activities.reading-note.handed-in.v1', readingNoteHandedIn(aReadingNote({}))],
    [
      'shulian.activities.reading-note.accepted.v1',
      readingNoteAccepted(aReadingNote({ version: 2 }), '2026-10-13' as CalendarDay),
    ],
  ])(
    'are announced as the golden example of %s has it, without the words of the child',
    (type, announcement) => {
      const example = golden(type);
      expect(announcement).toMatchObject({
        type,
        key: example.subject,
        aggregateVersion: example.aggregateversion,
      });
      expect(announcement.data).toEqual(example.data);
      expect(JSON.stringify(announcement)).not.toContain('孙悟空');
    },
  );
});
