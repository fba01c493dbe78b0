import { Injectable } from '@nestjs/common';
import { refuseIfStale, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { TextbooksRepository } from './textbooks.repository.js';
import type { TextbookChangeAsked, TextbookView } from './textbooks.http.js';

/** Puts a textbook right, or retires it: what is left of it stays in the stock. */
@Injectable()
export class ChangeTextbook {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 for one of another school, 412 when somebody has changed it meanwhile */
  execute(caller: Caller, id: string, asked: TextbookChangeAsked, version: number): Promise<TextbookView> {
    return this.transaction.run(async (tx) => {
      const textbooks = tx.use(TextbooksRepository);
      const textbook = await textbooks.locked(id);
      if (textbook === null || !caller.mayWorkAt(textbook.schoolId)) throw unknownThing();
      refuseIfStale(version, textbook.version);
      const { name, status, ...rest } = asked;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const changed: TextbookView = {
        ...textbook,
        ...given,
        name: name ?? textbook.name,
        status: status ?? textbook.status,
        version: version + 1,
      };
      await textbooks.change(changed);
      return changed;
    });
  }
}
