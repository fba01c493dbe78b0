import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolId, SchoolClassId } from '@shulian/contracts/ids';
import type { ServiceRequest } from './rules/service-request.js';
import { REQUEST, summaryOn } from './service-request.row.js';
import type {
  ServiceAnswerView,
  ServiceRequestSummary,
  ServiceRequestView,
} from './service-requests.http.js';

const READER = statement(
  'serviceRequests.reader',
  'select reader_id as "readerId", school_id as "schoolId", class_id as "classId" from known_reader where reader_id = $1',
);
const ADD = statement(
  'serviceRequests.add',
  `insert into service_request (id, school_id, kind, subject, details, reader_id, asked_by, asked_on, needed_by, status)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')`,
);
const LOCK = statement('serviceRequests.lock', `${REQUEST} where r.id = $1 for update of r`);
const MOVE = statement(
  'serviceRequests.move',
  'update service_request set due_on = $2, status = $3, why = $4, fate = $5, ended_on = $6 where id = $1',
);
const ANSWER = statement(
  'serviceRequests.answer',
  'insert into service_answer (id, request_id, on_day, words, partner, items, by_whom) values ($1, $2, $3, $4, $5, $6, $7)',
);
const TAKE_BACK = statement(
  'serviceRequests.takeBack',
  'update service_answer set taken_back = true where request_id = $1 and not taken_back',
);
const VIEW = statement('serviceRequests.view', `${summaryOn('$2')} where r.id = $1`);
const GIVEN = statement(
  'serviceRequests.given',
  `select id, on_day::text as "onDay", words, partner, items from service_answer
   where request_id = $1 and not taken_back order by id`,
);

export type NewRequest = Omit<ServiceRequest, 'dueOn' | 'status' | 'why' | 'fate' | 'endedOn'>;
export type NewAnswer = Omit<ServiceAnswerView, 'onDay'> & {
  readonly onDay: CalendarDay;
  readonly by: string;
};
type Asking = {
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId | null;
};

/** What readers ask of the library, and what it answers. */
export class ServiceRequestsRepository {
  constructor(private readonly session: Session) {}

  async reader(id: string): Promise<Asking | null> {
    const [row] = await this.session.rows<Asking>(READER, [id]);
    return row ?? null;
  }

  async add(request: NewRequest): Promise<void> {
    await this.session.rows(ADD, [
      request.id,
      request.schoolId,
      request.kind,
      request.subject,
      request.details,
      request.readerId,
      request.askedBy,
      request.askedOn,
      request.neededBy,
    ]);
  }

  async locked(id: string): Promise<(ServiceRequest & { readonly classId: string | null }) | null> {
    const [row] = await this.session.rows<ServiceRequest & { classId: string | null }>(LOCK, [id]);
    return row ?? null;
  }

  async move({ id, dueOn, status, why, fate, endedOn }: ServiceRequest): Promise<void> {
    await this.session.rows(MOVE, [id, dueOn, status, why, fate, endedOn]);
  }

  async answer(requestId: string, answer: NewAnswer): Promise<void> {
    const { id, onDay, words, partner, items, by } = answer;
    await this.session.rows(ANSWER, [id, requestId, onDay, words, partner, items, by]);
  }

  /** The answers that stood are kept, and stand no more. */
  async takeBack(requestId: string): Promise<void> {
    await this.session.rows(TAKE_BACK, [requestId]);
  }

  async view(id: string, today: CalendarDay): Promise<ServiceRequestView> {
    const [row] = await this.session.rows<ServiceRequestSummary>(VIEW, [id, today]);
    if (row === undefined) throw new Error('the request is gone');
    return { ...row, given: await this.session.rows<ServiceAnswerView>(GIVEN, [id]) };
  }
}
