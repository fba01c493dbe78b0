import { Injectable } from '@nestjs/common';
import { Problem, unknownThing, type Caller, type RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import type {
  CompensationOnDesk,
  HoldOnDesk,
  ReaderDeskView,
  ReaderOnDesk,
  ReaderViewAsked,
} from './desk-views.http.js';
import {
  compensationOnDesk,
  holdOnDesk,
  loansOnDesk,
  readerOnDesk,
  reasonOnDesk,
  type ToldLoan,
  type ReportedStanding,
} from './on-desk.js';
import { Parts } from './parts.js';

/** One reader on the screen of a desk, put together from what each service lets the caller see. */
@Injectable()
export class ViewReader {
  constructor(private readonly onBehalf: OnBehalf) {}

  /** @throws Problem 404, also for a reader out of reach; 503 when nobody is there who knows the card */
  async of(request: RequestOfCaller, caller: Caller, input: ReaderViewAsked): Promise<ReaderDeskView> {
    const parts = new Parts(this.onBehalf, request);
    const named =
      input.readerId === undefined
        ? { schoolId: caller.schoolFor(input.schoolId), cardNumber: input.cardNumber }
        : { readerIds: [input.readerId] };
    const [readers, standings] = await Promise.all([
      parts.search<ReaderOnDesk>('readers', 'readers/search', { ...named, status: 'all' }),
      parts.search<ReportedStanding>('circulation', 'standings/search', named),
    ]);
    const [reader, standing] = [readers?.[0] ?? null, standings?.[0] ?? null];
    if (reader === null && (readers !== null || (standings !== null && standing === null)))
      throw unknownThing();
    const id = input.readerId ?? reader?.id ?? standing?.readerId;
    if (id === undefined) throw new Problem(503, 'service.away', { retryAfterSeconds: 2 });

    const [loans, owed, holds] = await Promise.all([
      parts.list<ToldLoan>('circulation', `loans?readerId=${id}&status=open`),
      parts.list<CompensationOnDesk>('circulation', `compensations?readerId=${id}&status=owed`),
      parts.list<HoldOnDesk>('circulation', `holds?readerId=${id}&status=ready`),
    ]);
    return {
      reader: reader === null ? null : readerOnDesk(reader),
      ...loansOnDesk(loans),
      owed: owed?.map(compensationOnDesk) ?? null,
      holdsReady: holds?.map(holdOnDesk) ?? null,
      notesOwed: standing?.notesOwed ?? null,
      limit: standing?.limit ?? null,
      mayBorrow: standing?.mayBorrow ?? null,
      reasons: standing?.reasons.map(reasonOnDesk) ?? null,
      ...parts.missing(),
    };
  }
}
