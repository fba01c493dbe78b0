import { randomBytes, randomUUID } from 'node:crypto';

import type { Grant, Role } from '@shulian/contracts/access';

import { schoolYearOf, termsOf } from '../deploy/src/sample/school-year.js';
import { done, signIn, until, type Caller, type Identified, type Page } from './a-caller.builder.js';

export type Loan = Identified & {
  readonly copyId: string;
  readonly titleId: string;
  readonly readerId: string;
  readonly schoolId: string;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly status: 'open' | 'overdue' | 'closed';
};
export type Copy = Identified & {
  readonly titleId: string;
  readonly barcode: string;
  readonly accessionNumber: number;
  readonly status: string;
};
export type Reader = Identified & {
  readonly cardNumber: string;
  readonly cardId: string;
  readonly name: string;
  readonly version: number;
};
export type SchoolClass = Identified & { readonly grade: number; readonly name: string };
export type Lent = { readonly loan: Loan };
export type Returned = { readonly loan: Loan | null; readonly next: string };
export type Figures = {
  readonly asOf: string;
  readonly titles: number;
  readonly copies: number;
  readonly readers: number;
  readonly openLoans: number;
  readonly overdueLoans: number;
  readonly loansToday: number;
  readonly returnsToday: number;
  readonly loansThisTerm: number;
};

let counted = 0;
/** Different for each call within a run. */
export const another = (): string => {
  counted += 1;
  return `${counted.toString(36)}${randomBytes(2).toString('hex')}`.toUpperCase();
};

export type Wanted = {
  readonly code?: string;
  /** The day on which the school year is looked at. */
  readonly today?: string;
};

/** A primary school in the second month of its term, with a librarian; everything is made through the public door. */
export class School {
  private constructor(
    readonly admin: Caller,
    readonly id: string,
    readonly termId: string,
    readonly year: number,
    readonly librarian: Caller,
  ) {}

  static async open(
    admin: Caller,
    { code = `J-${another()}`, today = '2026-10-12' }: Wanted = {},
  ): Promise<School> {
    const { id } = await admin.post<Identified>('/api/v1/schools', {
      code,
      name: `${code}小学`,
      kind: 'primary',
    });
    const year = schoolYearOf(today);
    const [first, second] = termsOf(year);
    const term = await admin.post<Identified>(`/api/v1/schools/${id}/terms`, first);
    await admin.post(`/api/v1/schools/${id}/terms`, second);
    const librarian = await anAccount(admin, { role: 'librarian', schoolId: id });
    return new School(admin, id, term.id, year, librarian);
  }

  /** Somebody who works or reads here; a class has a helper who may work before somebody signs in as one. */
  async account(role: Role, place: Omit<Grant, 'role' | 'schoolId'> = {}): Promise<Caller> {
    if (role === 'class-helper' && place.classId !== undefined) await this.helped(place.classId);
    return anAccount(this.admin, { role, ...(role === 'reader' ? {} : { schoolId: this.id }), ...place });
  }

  /** A reader has passed what is required before the first duty. */
  async trains(readerId: string): Promise<void> {
    const { librarian } = this;
    const { id } = await librarian.post<Identified>('/api/v1/helper-trainings', {
      name: '上岗培训',
      heldOn: `${this.year}-09-01`,
      minutes: 40,
      trainer: '王老师',
      syllabus: ['中图法', '规章制度'],
    });
    await librarian.post(`/api/v1/helper-trainings/${id}/step`, { step: 'hold' });
    const items = [{ readerId, present: true, result: 'passed' }];
    done(await librarian.ask('PUT', `/api/v1/helper-trainings/${id}/attendance`, { body: { items } }), 200);
  }

  /** A pupil of the class is its helper from now on, trained and in office, unless one is already. */
  private async helped(classId: string): Promise<void> {
    const { librarian } = this;
    const found = await librarian.get<Page<{ readonly trained: boolean }>>(
      `/api/v1/class-helpers?classId=${classId}&inOffice=true`,
    );
    if (found.items.some(({ trained }) => trained)) return;
    const pupils = await librarian.get<Page<Identified>>(`/api/v1/readers?classId=${classId}&limit=1`);
    const readerId = pupils.items[0]?.id ?? (await this.reader({ classId })).id;
    const helper = await librarian.post<Identified>('/api/v1/class-helpers', {
      classId,
      readerId,
      chosenBy: 'recommendation',
      startsOn: `${this.year}-09-01`,
      endsOn: `${this.year + 1}-07-31`,
    });
    await this.trains(readerId);
    await librarian.post(`/api/v1/class-helpers/${helper.id}/decision`, { decision: 'appoint' });
  }

  /** A class of the third grade, unless told otherwise. */
  schoolClass(classNo: number, grade = 3): Promise<SchoolClass> {
    return this.admin.post<SchoolClass>('/api/v1/classes', {
      schoolId: this.id,
      section: 'primary',
      entryYear: this.year - grade + 1,
      classNo,
    });
  }

  reader(wanted: Readonly<Record<string, unknown>> = {}): Promise<Reader> {
    return this.librarian.post<Reader>('/api/v1/readers', {
      kind: 'student',
      name: `学生${another()}`,
      ...wanted,
    });
  }

  readers(count: number, wanted: Readonly<Record<string, unknown>> = {}): Promise<Reader[]> {
    return Promise.all(Array.from({ length: count }, () => this.reader(wanted)));
  }

  /** A title of its own with so many copies here. */
  async copies(count: number, wanted: Readonly<Record<string, unknown>> = {}): Promise<Copy[]> {
    const title = await this.librarian.post<Identified>('/api/v1/titles', {
      title: `小书虫${another()}`,
      clc: 'I287.4',
    });
    const copies: Copy[] = [];
    for (let n = 0; n < count; n += 1)
      copies.push(
        await this.librarian.post<Copy>('/api/v1/copies', { titleId: title.id, priceFen: 1_980, ...wanted }),
      );
    return copies;
  }

  /** So many titles with one copy each. */
  async titles(count: number): Promise<Copy[]> {
    const copies = await Promise.all(Array.from({ length: count }, () => this.copies(1)));
    return copies.flat();
  }

  lend(copyBarcode: string, cardNumber: string, key: string = randomUUID(), desk = this.librarian) {
    return desk.ask<Lent>('POST', '/api/v1/checkouts', { body: { copyBarcode, cardNumber }, key });
  }

  async lent(copyBarcode: string, cardNumber: string): Promise<Loan> {
    return done(await this.lend(copyBarcode, cardNumber), 201).loan;
  }

  takeBack(copyBarcode: string): Promise<Returned> {
    return this.librarian.post<Returned>('/api/v1/returns', { copyBarcode });
  }

  /** Declares the copy of a loan lost. @returns what is owed for it */
  async loses(loanId: string): Promise<Identified> {
    const { compensation } = await this.librarian.post<{ readonly compensation: Identified }>(
      '/api/v1/losses',
      { loanId },
    );
    return compensation;
  }

  async forgives(compensationId: string): Promise<void> {
    const path = `/api/v1/compensations/${compensationId}/settlement`;
    done(await this.librarian.ask('POST', path, { body: { how: 'waived' } }), 200);
  }

  /** The version of the school's own rules to build on, as a header. */
  async policyVersion(): Promise<Readonly<Record<string, string>>> {
    const { items } = await this.librarian.get<Page<{ schoolId: string | null; version: number }>>(
      `/api/v1/lending-policies?schoolId=${this.id}`,
    );
    const newest = items.find(({ schoolId }) => schoolId === this.id);
    return newest === undefined ? {} : { 'if-match': `"v${newest.version}"` };
  }

  async putPolicy(rows: readonly unknown[]): Promise<Identified> {
    const request = {
      body: { schoolId: this.id, rows },
      key: randomUUID(),
      headers: await this.policyVersion(),
    };
    return done(await this.librarian.ask<Identified>('PUT', '/api/v1/lending-policies', request), 200);
  }

  figures(): Promise<Figures> {
    return this.librarian.get<Figures>(`/api/v1/figures?schoolId=${this.id}`);
  }

  /** Waits until the figures are these. @throws Error with the last ones seen */
  figuresBecome(wanted: Partial<Figures>, withinMs = 10_000): Promise<Figures> {
    const names = Object.keys(wanted) as (keyof Figures)[];
    return until(
      () => this.figures(),
      (seen) => names.every((name) => seen[name] === wanted[name]),
      withinMs,
    );
  }
}

/** An account with one grant, signed in. */
export async function anAccount(admin: Caller, grant: Grant): Promise<Caller> {
  const username = `${grant.role}-${another()}`.toLowerCase();
  const password = randomBytes(12).toString('base64url');
  await admin.post('/api/v1/accounts', { username, password, grants: [grant] });
  return signIn(admin.url, username, password);
}
