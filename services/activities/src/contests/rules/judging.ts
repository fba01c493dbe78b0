/** A judge of a contest: known by the account that signs in, by the teacher's own reader, or by both. */
export type Judge = {
  readonly id: string;
  readonly account: string | null;
  readonly readerId: string | null;
  /** Classes whose works go to other judges. */
  readonly classIds: readonly string[];
};
type Work = { readonly readerId: string | null; readonly classId: string | null };

/** Why a judge does not judge a work; null: nothing is against it. */
export const objection = (
  { readerId, classIds }: Pick<Judge, 'readerId' | 'classIds'>,
  work: Work,
  /** What is known of who enters the score, where that is the judge. */
  own: { readonly readers: readonly string[]; readonly classes: readonly string[] } = {
    readers: [],
    classes: [],
  },
): 'judging.own-entry' | 'judging.own-class' | null => {
  if (work.readerId !== null && (work.readerId === readerId || own.readers.includes(work.readerId)))
    return 'judging.own-entry';
  if (work.classId !== null && (classIds.includes(work.classId) || own.classes.includes(work.classId)))
    return 'judging.own-class';
  return null;
};

/** How many scores a work still needs. @param needed null: of every judge who may judge it */
export const scoresMissing = (
  judges: readonly Judge[],
  work: Work & { readonly scores: number },
  needed: number | null,
): number => {
  const able = judges.filter((judge) => objection(judge, work) === null).length;
  return Math.max(0, (needed ?? Math.max(1, able)) - work.scores);
};

/** Points of a paper, question by question, as one score; null: they are not what the paper asks for. */
export const paperScore = (questions: readonly number[], points: readonly number[]): number | null => {
  const fits =
    points.length === questions.length && points.every((tenths, at) => tenths <= (questions[at] ?? -1));
  return fits ? points.reduce((sum, tenths) => sum + tenths, 0) : null;
};
