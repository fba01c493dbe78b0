import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import { unknownThing, type Caller, type RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import type { ClassDeskView, ReaderOfClassView, ReaderOnDesk } from './desk-views.http.js';
import { loanOnDesk, loansOnDesk, readerOnDesk, type ToldLoan, type ReportedStanding } from './on-desk.js';
import { Parts } from './parts.js';

type ToldClass = { readonly schoolId: string; readonly name: string };

/** The board of a class: each reader with what they have and owe, put together from what the caller may see. */
@Injectable()
export class ViewClass {
  constructor(private readonly onBehalf: OnBehalf) {}

  /** @throws Problem 404, also for a class out of reach (decision 50) */
  async of(request: RequestOfCaller, caller: Caller, classId: string): Promise<ClassDeskView> {
    const parts = new Parts(this.onBehalf, request);
    const isOwn = caller.reach.classes.has(classId);
    if (!isOwn && caller.reach.schools.size === 0) throw unknownThing();
    const schoolClass = await parts.of<ToldClass>('readers', { method: 'GET', path: `classes/${classId}` });
    const isThere = schoolClass !== null && (isOwn || reachesSchool(caller.reach, schoolClass.schoolId));
    if (!isThere && !parts.isAway('readers')) throw unknownThing();

    const [readers, loans, standings] = await Promise.all([
      schoolClass === null
        ? null
        : parts.list<ReaderOnDesk>('readers', `readers?schoolId=${schoolClass.schoolId}&classId=${classId}`),
      parts.list<ToldLoan>('circulation', `loans?classId=${classId}&status=open`),
      parts.search<ReportedStanding>('circulation', 'standings/search', { classId }),
    ]);
    return {
      classId,
      className: schoolClass?.name ?? null,
      items: rowsOf(readers, loans, standings),
      classLoans: loans?.filter(({ readerId }) => readerId === null).map(loanOnDesk) ?? null,
      ...parts.missing(),
    };
  }
}

/** A row for everybody whom anybody names: without readers, those of whom circulation knows. */
function rowsOf(
  readers: readonly ReaderOnDesk[] | null,
  loans: readonly ToldLoan[] | null,
  standings: readonly ReportedStanding[] | null,
): ReaderOfClassView[] {
  const named = new Map(readers?.map((reader) => [reader.id, readerOnDesk(reader)]));
  const standing = new Map(standings?.map((told) => [told.readerId, told]));
  const lent = Map.groupBy(loans ?? [], ({ readerId }) => readerId);
  const ids = new Set(
    readers === null
      ? [...standing.keys(), ...[...lent.keys()].filter((id) => id !== null)]
      : [...named.keys()],
  );
  return [...ids].map((readerId) => ({
    readerId,
    reader: named.get(readerId) ?? null,
    ...loansOnDesk(loans === null ? null : (lent.get(readerId) ?? [])),
    notesOwed: standing.get(readerId)?.notesOwed ?? null,
  }));
}
