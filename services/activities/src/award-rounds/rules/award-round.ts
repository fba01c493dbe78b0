import type { AwardId, CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';

export const PROGRAMMES = ['reading-star', 'superlative', 'class-librarian', 'incentive'] as const;
/** 读书之星, 读书之最, 优秀小图书管理员, 我能行我真棒. */
export type Programme = (typeof PROGRAMMES)[number];
export const UNITS = ['class', 'grade', 'school'] as const;
/** Among whom the places of a round are counted. */
export type Unit = (typeof UNITS)[number];
export const ROUND_STATUSES = ['open', 'published', 'taken-back'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export type Category = { readonly code: string; readonly name: string };
export type Thresholds = {
  /** Accepted notes about what was borrowed, excerpts from reading in the room, points of the monthly quiz. */
  readonly leastNotes: number;
  readonly leastExcerpts: number;
  readonly leastQuizPoints: number;
};
export type AwardRound = Thresholds & {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly programme: Programme;
  readonly name: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly per: Unit;
  readonly places: number;
  readonly prize: string | null;
  readonly status: RoundStatus;
};
export type Award = {
  readonly id: AwardId;
  readonly version: number;
  readonly roundId: string;
  readonly schoolId: SchoolId;
  readonly category: string | null;
  readonly readerId: ReaderId;
  readonly classId: string | null;
  readonly grade: number | null;
};

/** What schools honour in 读书之最 where they say nothing else (ACT-038). */
export const SUPERLATIVES: readonly Category[] = [
  { code: 'classics', name: '读名著之最' },
  { code: 'books-by-heart', name: '背书之最' },
  { code: 'ancient-prose-by-heart', name: '背诵古文之最' },
  { code: 'writing', name: '写作之最' },
  { code: 'reading-aloud', name: '朗读之最' },
];

export const categoriesOf = (programme: Programme, asked: readonly Category[]): readonly Category[] =>
  asked.length === 0 && programme === 'superlative' ? SUPERLATIVES : asked;

export type Parts = { readonly notes: number; readonly excerpts: number; readonly quizPoints: number };

/** Whether all three parts of the incentive programme are there; other programmes ask for none. */
export const qualifies = (
  { programme, leastNotes, leastExcerpts, leastQuizPoints }: Pick<AwardRound, 'programme'> & Thresholds,
  { notes, excerpts, quizPoints }: Parts,
): boolean =>
  programme !== 'incentive' ||
  (notes >= leastNotes && excerpts >= leastExcerpts && quizPoints >= leastQuizPoints);

/** Whether two readers compete for the same places. */
export const sharesUnit = (
  per: Unit,
  one: Pick<Award, 'classId' | 'grade'>,
  other: Pick<Award, 'classId' | 'grade'>,
): boolean =>
  per === 'school' || (per === 'class' ? one.classId === other.classId : one.grade === other.grade);

/** Why nobody more can be chosen; null: there is a place. */
export const placesLeft = (
  round: Pick<AwardRound, 'per' | 'places'>,
  chosen: readonly Pick<Award, 'classId' | 'grade' | 'category'>[],
  who: Pick<Award, 'classId' | 'grade' | 'category'>,
): number =>
  round.places -
  chosen.filter((award) => award.category === who.category && sharesUnit(round.per, award, who)).length;
