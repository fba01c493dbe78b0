import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Asker } from '../../selection/rules/suggestion.js';

export const REQUEST_STATUSES = ['open', 'answered', 'declined'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Somebody looks for material on a topic (课题研究资料检索, CAT-108). */
export type ResearchRequest = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly topic: string;
  readonly about: string | null;
  readonly asker: Asker;
  readonly askedBy: string;
  readonly askedOn: CalendarDay;
  readonly neededBy: CalendarDay | null;
  readonly status: RequestStatus;
  /** What the library says to it. */
  readonly words: string | null;
  readonly settledOn: CalendarDay | null;
  readonly settledBy: string | null;
};

/** Material that was found: a title of the catalogue, a link, or words. */
export type Material = {
  readonly titleId: string | null;
  readonly words: string | null;
  readonly link: string | null;
};

export type Settlement = {
  readonly status: 'answered' | 'declined';
  readonly words: string | null;
  readonly on: CalendarDay;
  readonly by: string;
};

/** The request with its answer; null: it has one. */
export const settled = (
  request: ResearchRequest,
  { status, words, on, by }: Settlement,
): ResearchRequest | null =>
  request.status === 'open' ? { ...request, status, words, settledOn: on, settledBy: by } : null;

/** The answer was a mistake, or more was found: it is open again, and what was found stays; null: it is open. */
export const reopened = (request: ResearchRequest): ResearchRequest | null =>
  request.status === 'open' ? null : { ...request, status: 'open', settledOn: null, settledBy: null };

export type AnswerFault = 'words-needed' | 'no-material';

/** An answer says something: material or words; who declines says why, and gives none. */
export const answerFault = (
  status: Settlement['status'],
  words: string | null,
  materials: readonly Material[],
): AnswerFault | null => {
  if (status === 'declined')
    return words === null ? 'words-needed' : materials.length > 0 ? 'no-material' : null;
  return words === null && materials.length === 0 ? 'words-needed' : null;
};

/** Material that says nothing. */
export const isEmpty = ({ titleId, words, link }: Material): boolean =>
  titleId === null && words === null && link === null;
