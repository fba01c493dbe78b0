import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { AccountAsked } from './yearly-accounts.http.js';
import { YearlyAccountsRepository } from './yearly-accounts.repository.js';

/** A library writes what it will tell its school of a year; nobody else reads it yet (RDR-050). */
@Injectable()
export class WriteAccount {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `yearly-account.exists` */
  execute(caller: Caller, input: AccountAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { year, title, text, figures } = input;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const accounts = tx.use(YearlyAccountsRepository);
      const id = newId();
      const isNew = await accounts.add({
        id,
        schoolId,
        year,
        title,
        text,
        figures,
        publishedOn: null,
        publishedBy: null,
        version: 1,
        writtenOn: this.clock.today(),
        writtenBy: caller.id,
      });
      if (!isNew) throw conflict('yearly-account.exists');
      return accounts.view(id);
    });
  }
}
