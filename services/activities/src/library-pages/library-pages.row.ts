import { EntitySchema } from 'typeorm';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Notice } from './rules/notice.js';

/** Who a library is, in its own words. */
export type Introduction = {
  readonly schoolId: SchoolId;
  readonly version: number;
  readonly zh: string;
  readonly en: string | null;
  readonly hours: string | null;
  readonly changedOn: CalendarDay;
  readonly changedBy: string;
};

export const libraryIntroductionTable = new EntitySchema<Introduction>({
  name: 'library_introduction',
  columns: {
    schoolId: { type: 'uuid', name: 'school_id', primary: true },
    version: { type: 'int' },
    zh: { type: 'text' },
    en: { type: 'text', nullable: true },
    hours: { type: 'text', nullable: true },
    changedOn: { type: 'date', name: 'changed_on' },
    changedBy: { type: 'text', name: 'changed_by' },
  },
});

export const libraryNoticeTable = new EntitySchema<Notice>({
  name: 'library_notice',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id', nullable: true },
    column: { type: 'text', name: 'shelf' },
    title: { type: 'text' },
    words: { type: 'text' },
    pinned: { type: 'boolean' },
    showsFrom: { type: 'date', name: 'shows_from', nullable: true },
    showsUntil: { type: 'date', name: 'shows_until', nullable: true },
    status: { type: 'text' },
    writtenOn: { type: 'date', name: 'written_on' },
    writtenBy: { type: 'text', name: 'written_by' },
    publishedOn: { type: 'date', name: 'published_on', nullable: true },
    publishedBy: { type: 'text', name: 'published_by', nullable: true },
  },
});
