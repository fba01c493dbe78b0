/** What is handed out for teaching (CIR-075, 080 to 082, 085). */
export const TEXTBOOK_KINDS = [
  'textbook',
  'exercise-book',
  'review-material',
  'recyclable-textbook',
  'teaching-book',
  'teaching-aid',
  'wall-chart',
] as const;
export type TextbookKind = (typeof TEXTBOOK_KINDS)[number];

/** What comes back: recyclable textbooks for the next year's classes, the rest at the end of the term. */
export const RETURNED_KINDS = [
  'recyclable-textbook',
  'teaching-book',
  'teaching-aid',
  'wall-chart',
] as const satisfies readonly TextbookKind[];

export const TEXTBOOK_STATUSES = ['in-use', 'retired'] as const;
export type TextbookStatus = (typeof TEXTBOOK_STATUSES)[number];

/** The streams of senior classes, 文科 and 理科. */
export const CLASS_STREAMS = ['arts', 'science'] as const;
export type ClassStream = (typeof CLASS_STREAMS)[number];
/** For whom in a grade: for everybody, or for the classes of one stream. */
export const STREAMS = ['all', ...CLASS_STREAMS] as const;
export type Stream = (typeof STREAMS)[number];

/** A class of the school as a term begins. */
export type ClassOfTerm = {
  readonly classId: string;
  readonly grade: number;
  /** null: of no stream; it gets what is for everybody. */
  readonly stream: ClassStream | null;
  readonly pupils: number;
};

/** What each pupil of a grade gets in a term. */
export type Need = {
  readonly textbookId: string;
  readonly grade: number;
  readonly stream: Stream;
  readonly perPupil: number;
};

/** Whether a class gets it. */
export const isFor = (
  { grade, stream }: Pick<Need, 'grade' | 'stream'>,
  of: Pick<ClassOfTerm, 'grade' | 'stream'>,
): boolean => grade === of.grade && (stream === 'all' || stream === of.stream);

/** What a class gets of each textbook; what is for everybody and for its stream is added up. */
export const shareOf = (schoolClass: ClassOfTerm, needs: readonly Need[]): Map<string, number> => {
  const share = new Map<string, number>();
  for (const need of needs)
    if (isFor(need, schoolClass))
      share.set(need.textbookId, (share.get(need.textbookId) ?? 0) + need.perPupil * schoolClass.pupils);
  return share;
};
