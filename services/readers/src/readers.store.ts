import { JobNotes, type Outbox, type Rows, type StoreParts } from '@shulian/service-kit';
import { AccountsRepository } from './accounts/accounts.repository.js';
import { CardsRepository } from './cards/cards.repository.js';
import { ClassesRepository } from './classes/classes.repository.js';
import { AccessLogRepository } from './enrolment/access-log.repository.js';
import { ReadersRepository } from './enrolment/readers.repository.js';
import { SchoolsRepository } from './schools/schools.repository.js';
import { SessionsRepository } from './sessions/sessions.repository.js';

/** All repositories of this service, bound to one transaction. */
export type ReadersStore = {
  readonly schools: SchoolsRepository;
  readonly classes: ClassesRepository;
  readonly readers: ReadersRepository;
  readonly cards: CardsRepository;
  readonly accessLog: AccessLogRepository;
  readonly accounts: AccountsRepository;
  readonly sessions: SessionsRepository;
  readonly jobNotes: JobNotes;
  readonly outbox: Outbox;
  /** For queries that must see what the transaction has written. */
  readonly rows: Rows;
};

export const readersStore = ({ session, outbox }: StoreParts): ReadersStore => ({
  schools: new SchoolsRepository(session),
  classes: new ClassesRepository(session),
  readers: new ReadersRepository(session),
  cards: new CardsRepository(session),
  accessLog: new AccessLogRepository(session),
  accounts: new AccountsRepository(session),
  sessions: new SessionsRepository(session),
  jobNotes: new JobNotes(session),
  outbox,
  rows: session,
});
