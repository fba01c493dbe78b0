import type { CalendarDay, LibraryNoticeId, SchoolId } from '@shulian/contracts/ids';

/** What a library tells everybody (GTW-001, GTW-002): rules, new books, how it lends, what it holds, messages, reviews and essays (ACT-013). */
export const NOTICE_COLUMNS = [
  'rules',
  'new-books',
  'lending',
  'activities',
  'messages',
  'reviews',
  'essays',
] as const;
export type NoticeColumn = (typeof NOTICE_COLUMNS)[number];

export const NOTICE_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

export type Notice = {
  readonly id: LibraryNoticeId;
  readonly version: number;
  /** Null: of the county office, on the pages of all schools. */
  readonly schoolId: SchoolId | null;
  readonly column: NoticeColumn;
  readonly title: string;
  readonly words: string;
  readonly pinned: boolean;
  readonly showsFrom: CalendarDay | null;
  /** The last day; null: until it is withdrawn. */
  readonly showsUntil: CalendarDay | null;
  readonly status: NoticeStatus;
  readonly writtenOn: CalendarDay;
  readonly writtenBy: string;
  readonly publishedOn: CalendarDay | null;
  readonly publishedBy: string | null;
};

export type NoticeChange = Partial<Pick<Notice, 'column' | 'title' | 'words' | 'pinned' | 'showsUntil'>>;

/** What was published may be put right as long as it is not withdrawn. */
export const changedNotice = (notice: Notice, change: NoticeChange): Notice | null => {
  if (notice.status === 'withdrawn') return null;
  const changed = { ...notice, ...change, version: notice.version + 1 };
  return isStretch(changed.showsFrom, changed.showsUntil) ? changed : null;
};

/** A draft, or one that was withdrawn, is shown from a day on; null: the days are none, or it is shown already. */
export const publishedNotice = (
  notice: Notice,
  how: {
    readonly from: CalendarDay;
    readonly until: CalendarDay | null;
    readonly on: CalendarDay;
    readonly by: string;
  },
): Notice | null =>
  notice.status === 'published' || !isStretch(how.from, how.until)
    ? null
    : {
        ...notice,
        version: notice.version + 1,
        status: 'published',
        showsFrom: how.from,
        showsUntil: how.until,
        publishedOn: how.on,
        publishedBy: how.by,
      };

/** It is shown no more; null: it is not shown. */
export const withdrawnNotice = (notice: Notice): Notice | null =>
  notice.status === 'published' ? { ...notice, version: notice.version + 1, status: 'withdrawn' } : null;

const isStretch = (from: CalendarDay | null, until: CalendarDay | null): boolean =>
  until === null || from === null || until >= from;
