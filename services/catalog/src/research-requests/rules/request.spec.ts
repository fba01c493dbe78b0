import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { answerFault, isEmpty, reopened, settled, type ResearchRequest } from './request.js';

const open: ResearchRequest = {
  id: 'r',
  schoolId: 's' as never,
  topic: '竹子的生长',
  about: null,
  asker: 'reader',
  askedBy: 'account',
  askedOn: '2026-10-12' as CalendarDay,
  neededBy: null,
  status: 'open',
  words: null,
  settledOn: null,
  settledBy: null,
};
const answer = {
  status: 'answered',
  words: '见下',
  on: '2026-10-13' as CalendarDay,
  by: 'librarian',
} as const;

describe('a research request', () => {
  it('is answered once, and again when it was reopened', () => {
    const answered = settled(open, answer);
    expect(answered).toMatchObject({ status: 'answered', words: '见下', settledOn: '2026-10-13' });
    expect(settled(answered ?? open, answer)).toBeNull();
    const again = reopened(answered ?? open);
    expect(again).toMatchObject({ status: 'open', words: '见下', settledOn: null, settledBy: null });
    expect(reopened(open)).toBeNull();
  });

  it('wants material or words in its answer, and words alone where it is declined', () => {
    const link = { titleId: null, words: null, link: 'https://example.org' };
    expect(answerFault('answered', null, [])).toBe('words-needed');
    expect(answerFault('answered', null, [link])).toBeNull();
    expect(answerFault('answered', '口头答复', [])).toBeNull();
    expect(answerFault('declined', null, [])).toBe('words-needed');
    expect(answerFault('declined', '没有', [link])).toBe('no-material');
    expect(answerFault('declined', '没有', [])).toBeNull();
    expect([isEmpty(link), isEmpty({ ...link, link: null })]).toEqual([false, true]);
  });
});
