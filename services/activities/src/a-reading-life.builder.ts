import { expect } from '@jest/globals';
import { CopyAccessionedV1, TitleDescribedV1 } from '@shulian/contracts/catalog';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import type { CalendarDay, CopyId, LoanId, ReaderId, SchoolClassId, TitleId } from '@shulian/contracts/ids';
import { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import { newId } from '@shulian/service-kit';
import { announceForTests, eventually } from '@shulian/service-kit/testing';
import { LogbookSchool, type Person } from './logbooks/a-logbook-school.builder.js';

type Page<Item> = { readonly items: Item[]; readonly nextCursor: string | null };

/** What other services tell of a school, and short ways to ask it; the school is that of the logbooks. */
export class ReadingLife {
  private copies = 0;

  constructor(readonly at: LogbookSchool) {}

  static async open(database: { readonly ownerUrl: string; drop(): Promise<void> }): Promise<ReadingLife> {
    return new ReadingLife(await LogbookSchool.open(database));
  }

  /** A title that activities has heard of. */
  async title(name: string): Promise<TitleId> {
    const titleId = newId<TitleId>();
    const described = { contributors: [], isbns: [], publisher: null, publishedYear: null, clc: null };
    await announceForTests(
      this.at.service,
      TitleDescribedV1.announce({ titleId, title: name, ...described }, 1),
    );
    await this.heard('known_title', 'title_id', titleId);
    return titleId;
  }

  /** The school gets a copy of a title. */
  async accession(titleId: TitleId, on: string): Promise<void> {
    const copyId = newId<CopyId>();
    this.copies += 1;
    await announceForTests(
      this.at.service,
      CopyAccessionedV1.announce(
        {
          copyId,
          titleId,
          schoolId: this.at.school,
          barcode: `B${String(this.copies)}`,
          accessionNumber: this.copies,
          callNumber: null,
          clc: null,
          kind: 'book',
          stockState: 'lendable',
          location: null,
          priceFen: null,
          accessionedOn: on as CalendarDay,
        },
        1,
      ),
    );
    await this.heard('known_copy', 'copy_id', copyId);
  }

  async pupil(classId: SchoolClassId): Promise<ReaderId> {
    const readerId = newId<ReaderId>();
    await announceForTests(
      this.at.service,
      ReaderEnrolledV1.announce(
        {
          readerId,
          schoolId: this.at.school,
          kind: 'student',
          classId,
          section: 'primary',
          entryYear: 2024,
          leftOn: null,
          leftWhy: null,
          suspension: null,
        },
        1,
      ),
    );
    await this.heard('known_reader', 'reader_id', readerId);
    return readerId;
  }

  /** A pupil borrows a title; the same event may come again and again. */
  async lend(readerId: ReaderId, titleId: TitleId, on: string, times = 1): Promise<void> {
    const loanId = newId<LoanId>();
    const { school, classes } = this.at;
    const told = LoanCheckedOutV1.announce(
      {
        loanId,
        copyId: newId<CopyId>(),
        titleId,
        borrower: { kind: 'reader', id: readerId },
        mode: 'individual',
        readerId,
        lendingSchoolId: school,
        owningSchoolId: school,
        readerSchoolId: school,
        readerKind: 'student',
        classId: classes[0],
        grade: 3,
        clc: null,
        loanedOn: on as CalendarDay,
        dueOn: on as CalendarDay,
        renewals: 0,
        checkedOutAt: `${on}T04:00:00.000Z`,
      },
      1,
    );
    for (let time = 0; time < times; time += 1) await announceForTests(this.at.service, told);
    await this.heard('known_loan', 'loan_id', loanId);
  }

  /** A note that was handed in and accepted today. */
  async note(readerId: ReaderId, kind = 'note'): Promise<void> {
    const { id } = await this.made<{ id: string }>('librarian', '/reading-notes', {
      readerId,
      kind,
      text: '很好看。',
    });
    await this.done('librarian', 'POST', `/reading-notes/${id}/acceptance`);
  }

  /** An account of a reader of the school. */
  token(readerId: string): Promise<string> {
    return this.at.service.signer.account({ role: 'reader', schoolId: this.at.school, readerId });
  }

  async made<Body>(as: Person, path: string, body: object): Promise<Body> {
    const answer = await this.at.call<Body>(as, 'POST', path, body);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 201 });
    return answer.body;
  }

  async done<Body>(as: Person, method: string, path: string, body?: object, version?: number): Promise<Body> {
    const headers: Record<string, string> =
      version === undefined ? {} : { 'if-match': `"v${String(version)}"` };
    const answer = await this.at.call<Body>(as, method, path, body, headers);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 200 });
    return answer.body;
  }

  async items<Item>(as: Person, path: string): Promise<Item[]> {
    return (await this.done<Page<Item>>(as, 'GET', path)).items;
  }

  /** What was refused: its status and code. */
  async refused(
    as: Person,
    method: string,
    path: string,
    body?: object,
  ): Promise<[number, string | undefined]> {
    const answer = await this.at.call(as, method, path, body);
    return [answer.status, answer.body.code];
  }

  /** Types and contents of what was announced about a thing. */
  announced(key: string): Promise<{ type: string; payload: { data: Record<string, unknown> } }[]> {
    return this.at.service.sql('select type, payload from outbox where key = $1 order by id', [key]);
  }

  private heard(table: string, column: string, id: string): Promise<void> {
    return eventually(async () => {
      const found = await this.at.service.sql(`select 1 from ${table} where ${column} = $1`, [id]);
      if (found.length === 0) throw new Error(`${table} has not heard yet`);
    });
  }
}
