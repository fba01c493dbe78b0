import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { DeskArrivals, NOTHING_SOUGHT } from '../desk/desk-arrivals.query.js';
import type { ExchangeBookAsked, ExchangeState, ExchangeBookView } from './book-exchange.http.js';
import {
  BookExchangeRepository,
  TICKETS,
  type ExchangeBook,
  type Person,
} from './book-exchange.repository.js';

/** Books go from pupil to pupil: brought, found good, taken for tickets; what was done by mistake is taken back. */
@Injectable()
export class ExchangeBooks {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
    private readonly arrivals: DeskArrivals,
  ) {}

  /** @throws Problem 422 for a pupil out of reach */
  async bring(caller: Caller, input: ExchangeBookAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    // Who was enrolled a moment ago may be on the way.
    const sought = { ...NOTHING_SOUGHT, readerId: input.readerId };
    await this.arrivals.wait(sought, ({ reader }) => reader?.schoolId === schoolId);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const books = tx.use(BookExchangeRepository);
      const giver = await books.person(input.readerId);
      if (giver?.schoolId !== schoolId || !reaches(caller, giver)) throw unknownReference('/readerId');
      const id = newId();
      const what = { title: input.title, author: input.author ?? null };
      await books.add({ id, schoolId, readerId: input.readerId }, what, this.clock.today());
      return books.view(id);
    });
  }

  /** The giver gets the tickets. @throws Problem 404, 409 `exchange-book.not-so` */
  accept(caller: Caller, id: string, tickets: number, request: DeskRequest | null): Promise<Answer> {
    return this.of(caller, id, request, ['offered'], async (books, book) => {
      await books.change(book, { state: 'there', tickets, vettedBy: caller.id });
      await books.pay(book.giverId, tickets);
    });
  }

  /** @throws Problem 404, 409 `exchange-book.not-so` */
  refuse(caller: Caller, id: string, why: string, request: DeskRequest | null): Promise<Answer> {
    return this.of(caller, id, request, ['offered'], (books, book) =>
      books.change(book, { state: 'refused', why, vettedBy: caller.id }),
    );
  }

  /** @throws Problem 404, 422 for a pupil out of reach or the giver, 409 `exchange-book.not-so`, `exchange-book.too-few-tickets` */
  take(caller: Caller, id: string, readerId: string, request: DeskRequest | null): Promise<Answer> {
    return this.of(caller, id, request, ['there'], async (books, book) => {
      const taker = await books.person(readerId);
      if (taker?.schoolId !== book.schoolId || !reaches(caller, taker) || readerId === book.giverId)
        throw unknownReference('/readerId');
      await books.pay(readerId, -(book.tickets ?? 0));
      const taken = { by: readerId, on: this.clock.today() };
      await books.change(book, { state: 'taken', tickets: book.tickets, taken });
    });
  }

  /**
   * What was taken is there again, and its tickets are the taker's; what is there or offered goes back to its giver, who gives
   * the tickets back. @throws Problem 404, 409 `exchange-book.not-so`, `exchange-book.too-few-tickets`
   */
  takeBack(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.of(caller, id, request, ['offered', 'there', 'taken'], async (books, book) => {
      if (book.state === 'taken') {
        await books.pay(book.takerId ?? '', book.tickets ?? 0);
        await books.change(book, { state: 'there', tickets: book.tickets });
        return;
      }
      if (book.state === 'there') await books.pay(book.giverId, -(book.tickets ?? 0));
      await books.change(book, { state: 'withdrawn' });
    });
  }

  private async of(
    caller: Caller,
    id: string,
    request: DeskRequest | null,
    states: readonly ExchangeState[],
    work: (books: BookExchangeRepository, book: ExchangeBook) => Promise<void>,
  ): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 200, async (tx): Promise<ExchangeBookView> => {
        const books = tx.use(BookExchangeRepository);
        const book = await books.locked(id);
        if (book === null || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
        if (!states.includes(book.state)) throw conflict('exchange-book.not-so');
        await work(books, book);
        return books.view(id);
      });
    } catch (error) {
      throw hasTooFew(error) ? conflict('exchange-book.too-few-tickets') : error;
    }
  }
}

const reaches = ({ reach }: Caller, { schoolId, classId }: Person): boolean =>
  reach.schools.has(schoolId) || (classId !== null && reach.classes.has(classId));

const hasTooFew = (error: unknown): boolean => {
  const { driverError = error } = (error ?? {}) as { driverError?: unknown };
  return (driverError as { constraint?: string } | null)?.constraint === TICKETS;
};
