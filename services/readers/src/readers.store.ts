import { JobNotes, type Outbox, type Rows, type StoreParts } from '@shulian/service-kit';
import { AccountsRepository } from './accounts/accounts.repository.js';
import { ApiClientsRepository } from './api-clients/api-clients.repository.js';
import { CardsRepository } from './cards/cards.repository.js';
import { ClassesRepository } from './classes/classes.repository.js';
import { AccessLogRepository } from './enrolment/access-log.repository.js';
import { ReadersRepository } from './enrolment/readers.repository.js';
import { CalendarDaysRepository } from './school-calendar/calendar-days.repository.js';
import { TermsRepository } from './school-calendar/terms.repository.js';
import { SchoolsRepository } from './schools/schools.repository.js';
import { SessionsRepository } from './sessions/sessions.repository.js';

/** All repositories of this service, bound to one transaction. */
export type ReadersStore = {
  readonly schools: SchoolsRepository;
  readonly terms: TermsRepository;
  readonly calendarDays: CalendarDaysRepository;
  readonly classes: ClassesRepository;
  readonly readers: ReadersRepository;
  readonly cards: CardsRepository;
  readonly accessLog: AccessLogRepository;
  readonly accounts: AccountsRepository;
  readonly sessions: SessionsRepository;
  readonly apiClients: ApiClientsRepository;
  readonly jobNotes: JobNotes;
  readonly outbox: Outbox;
  /** For queries that must see what the transaction has written. */
  readonly rows: Rows;
};

export const readersStore = ({ session, outbox }: StoreParts): ReadersStore => ({
  schools: new SchoolsRepository(session),
  terms: new TermsRepository(session),
  calendarDays: new CalendarDaysRepository(session),
  classes: new ClassesRepository(session),
  readers: new ReadersRepository(session),
  cards: new CardsRepository(session),
  accessLog: new AccessLogRepository(session),
  accounts: new AccountsRepository(session),
  sessions: new SessionsRepository(session),
  apiClients: new ApiClientsRepository(session),
  jobNotes: new JobNotes(session),
  outbox,
  rows: session,
});
