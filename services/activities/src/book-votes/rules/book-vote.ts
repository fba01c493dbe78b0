import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

export const VOTE_STATUSES = ['open', 'closed'] as const;
export type VoteStatus = (typeof VOTE_STATUSES)[number];
export const GIFT_GOES_TO = ['gallery', 'book-corner', 'stock'] as const;
/** Where a book goes that a pupil gave. */
export type GiftGoesTo = (typeof GIFT_GOES_TO)[number];

/** A vote for the favourite books of a school (学生最喜爱的一百本书). */
export type BookVote = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly opensOn: CalendarDay;
  readonly closesOn: CalendarDay;
  readonly places: number;
  readonly mostChoices: number;
  readonly status: VoteStatus;
};

/** Whether ballots are taken on a day: both its first and its last one count. */
export const takesBallots = (
  { status, opensOn, closesOn }: Pick<BookVote, 'status' | 'opensOn' | 'closesOn'>,
  on: CalendarDay,
): boolean => status === 'open' && opensOn <= on && on <= closesOn;

/** How far the list of favourites goes: whoever has as many votes as the last of them is among them. */
export const isFavourite = (
  { rank }: { readonly rank: number },
  { places }: Pick<BookVote, 'places'>,
): boolean => rank <= places;
