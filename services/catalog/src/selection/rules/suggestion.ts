import type { CalendarDay, PurchaseOrderId, SchoolId, SuggestionId } from '@shulian/contracts/ids';
import type { Work } from './suitability.js';

/** The ways on which wishes come in (CAT-006). */
export const CHANNELS = ['form', 'message', 'survey'] as const;
export type Channel = (typeof CHANNELS)[number];
export const SUGGESTION_STATUSES = ['open', 'ordered', 'declined'] as const;
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number];
/** A teacher asks for what a lesson needs, which has to be found (CAT-012). */
export const ASKERS = ['teacher', 'reader', 'staff'] as const;
export type Asker = (typeof ASKERS)[number];

/** Somebody at a school wishes for a work; who it was stays with the account. */
export type Suggestion = Pick<Work, 'isbn' | 'name' | 'nameKey' | 'contributor' | 'publisher'> & {
  readonly id: SuggestionId;
  readonly schoolId: SchoolId;
  readonly channel: Channel;
  readonly asker: Asker;
  readonly course: string | null;
  /** By when the lesson needs it. */
  readonly neededOn: CalendarDay | null;
  readonly reason: string | null;
  readonly suggestedOn: CalendarDay;
  readonly suggestedBy: string;
  readonly status: SuggestionStatus;
  readonly orderId: PurchaseOrderId | null;
  readonly words: string | null;
  readonly decidedOn: CalendarDay | null;
  readonly decidedBy: string | null;
};

/** What became of a wish. */
export type Fate = {
  readonly status: 'ordered' | 'declined';
  readonly orderId: PurchaseOrderId | null;
  readonly words: string | null;
  readonly on: CalendarDay;
  readonly by: string;
};

/** The wish with its fate; null: it has one already. */
export const decided = (suggestion: Suggestion, { on, by, ...fate }: Fate): Suggestion | null =>
  suggestion.status === 'open' ? { ...suggestion, ...fate, decidedOn: on, decidedBy: by } : null;

/** The fate was a mistake: the wish is open again; null: it is open. */
export const reopened = (suggestion: Suggestion): Suggestion | null =>
  suggestion.status === 'open'
    ? null
    : { ...suggestion, status: 'open', orderId: null, words: null, decidedOn: null, decidedBy: null };

/** By the widest of the roles in which somebody asks. */
export const askerOf = (roles: ReadonlySet<string>): Asker => {
  if (roles.has('librarian') || roles.has('school-head')) return 'staff';
  return roles.has('teacher') ? 'teacher' : 'reader';
};
