import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, LibraryNoticeId } from '@shulian/contracts/ids';
import { changedNotice, publishedNotice, withdrawnNotice, type Notice } from './notice.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const draft: Notice = {
  id: 'n' as LibraryNoticeId, version: 1, schoolId: null, column: 'rules', title: '借阅规则', words: '…', pinned: false,
  showsFrom: null, showsUntil: null, status: 'draft', writtenOn: day('2026-10-12'), writtenBy: 'a', publishedOn: null,
  publishedBy: null,
}; // prettier-ignore
const how = { from: day('2026-10-12'), until: null, on: day('2026-10-12'), by: 'a' };

describe('a notice', () => {
  it.each([
    ['2026-10-11', null],
    ['2026-10-12', 'published'],
    ['2026-10-13', 'published'],
  ])('that ends on %s and begins on the 12th is %s', (until, status) =>
    expect(publishedNotice(draft, { ...how, until: day(until) })?.status ?? null).toBe(status),
  );

  it('is published once, put right while it is shown, withdrawn once, and published again', () => {
    const shown = publishedNotice(draft, how) as Notice;
    expect(publishedNotice(shown, how)).toBeNull();
    expect(changedNotice(shown, { title: '新' })).toMatchObject({
      title: '新',
      version: 3,
      status: 'published',
    });
    expect(changedNotice(shown, { showsUntil: day('2026-10-11') })).toBeNull();
    const gone = withdrawnNotice(shown) as Notice;
    expect([withdrawnNotice(gone), changedNotice(gone, { title: '新' }), withdrawnNotice(draft)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(publishedNotice(gone, how)?.status).toBe('published');
  });
});
