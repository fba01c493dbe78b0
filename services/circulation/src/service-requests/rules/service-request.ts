import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';

/**
 * What a reader may ask for besides a loan (CIR-020): lending from another library 馆际互借, document delivery 文献传递, reading in
 * the room of what is kept away 阅览, photocopies 复印, reference 咨询, a topic served 定题, current awareness 报导, novelty search 科技查新.
 */
export const SERVICE_KINDS = [
  'inter-library',
  'document-delivery',
  'reading',
  'photocopy',
  'reference',
  'topic-service',
  'current-awareness',
  'novelty-search',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** Served again and again until it is closed; the others are answered once. */
const FOLLOWED: readonly ServiceKind[] = ['topic-service', 'current-awareness'];
export const isFollowed = (kind: ServiceKind): boolean => FOLLOWED.includes(kind);

export const SERVICE_STATUSES = ['open', 'answered', 'closed', 'declined', 'withdrawn'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];
/** What became of it: handed over, sent, read in the room, given back to where it came from, not collected. */
export const FATES = ['handed-over', 'sent', 'read-here', 'given-back', 'not-collected'] as const;
export type Fate = (typeof FATES)[number];

export type ServiceRequest = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly kind: ServiceKind;
  readonly subject: string;
  readonly details: string | null;
  readonly readerId: ReaderId | null;
  readonly askedBy: string;
  readonly askedOn: CalendarDay;
  readonly neededBy: CalendarDay | null;
  /** The day the library promised. */
  readonly dueOn: CalendarDay | null;
  readonly status: ServiceStatus;
  readonly why: string | null;
  readonly fate: Fate | null;
  readonly endedOn: CalendarDay | null;
};

export type ServiceStep = 'promise' | 'answer' | 'decline' | 'withdraw' | 'close' | 'reopen';
const from: Readonly<Record<ServiceStep, readonly ServiceStatus[]>> = {
  promise: ['open'],
  answer: ['open'],
  decline: ['open'],
  withdraw: ['open'],
  close: ['answered'],
  reopen: ['answered', 'closed', 'declined', 'withdrawn'],
};

/** Whether a step can be taken now. */
export const canGo = (
  step: ServiceStep,
  { status, kind }: Pick<ServiceRequest, 'status' | 'kind'>,
): boolean => from[step].includes(status) || (step === 'answer' && status === 'answered' && isFollowed(kind));

/** Whom a caller reaches. */
type Reached = {
  readonly county: boolean;
  readonly schools: ReadonlySet<string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly readers: ReadonlySet<string>;
};
/** The library sees all of its school; others what they asked for, what was asked for them, a class teacher what the class asked. */
export const seesRequest = (
  reach: Reached,
  callerId: string,
  request: Pick<ServiceRequest, 'schoolId' | 'readerId' | 'askedBy'> & { readonly classId: string | null },
): boolean =>
  reach.county ||
  reach.schools.has(request.schoolId) ||
  request.askedBy === callerId ||
  (request.readerId !== null && reach.readers.has(request.readerId)) ||
  (request.classId !== null && reach.classes.get(request.classId) === request.schoolId);
