import type { SchoolId } from '@shulian/contracts/ids';

export const BOARD_KINDS = ['messages', 'reviews', 'words-from-the-heart', 'book-club'] as const;
/** 读者留言, 书评专栏, 读书心语, 在线书社. Messages are shown to everybody on the page of the library, without who wrote them. */
export type BoardKind = (typeof BOARD_KINDS)[number];
export const POST_STATUSES = ['waiting', 'shown', 'removed'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export type ReaderBoard = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly kind: BoardKind;
  /** Null: of the whole school. */
  readonly classId: string | null;
  readonly titleId: string | null;
  readonly name: string;
  readonly task: string | null;
  /** A review says what was looked for, with which words, and what was found. */
  readonly asksRetrieval: boolean;
  readonly open: boolean;
};

/** As what somebody comes to a board. */
export type Visitor = {
  readonly schoolId: string;
  /** A librarian or the head: all boards of the school. */
  readonly ofSchool: boolean;
  /** Classes that the visitor teaches or helps, or belongs to. */
  readonly classIds: readonly string[];
};

export const seesBoard = (
  { schoolId, classId }: Pick<ReaderBoard, 'schoolId' | 'classId'>,
  visitor: Visitor,
): boolean =>
  schoolId === visitor.schoolId &&
  (visitor.ofSchool || classId === null || visitor.classIds.includes(classId));

/** What is shown may be removed, what waits may be either; a decision is not taken twice. */
export const mayBecome = (status: PostStatus, next: 'shown' | 'removed'): boolean =>
  status === 'waiting' || (status === 'shown' && next === 'removed');

/** What a review must say where its board trains to look things up; the pointers of what is missing. */
export const missingRetrieval = (post: {
  readonly sought: string | null;
  readonly searchTerms: string | null;
  readonly foundTitleIds: readonly string[];
}): readonly string[] => [
  ...(post.sought === null ? ['/sought'] : []),
  ...(post.searchTerms === null ? ['/searchTerms'] : []),
  ...(post.foundTitleIds.length === 0 ? ['/foundTitleIds'] : []),
];
