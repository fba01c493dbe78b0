import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { AccountChange } from './yearly-accounts.http.js';
import { YearlyAccountsRepository } from './yearly-accounts.repository.js';

/** The account is written anew, published, or taken back. What is published is not changed: it is taken back first. */
@Injectable()
export class ChangeYearlyAccount {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 412 stale, 409 `yearly-account.published` */
  execute(
    caller: Caller,
    id: string,
    version: number,
    input: AccountChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const accounts = tx.use(YearlyAccountsRepository);
      const before = await accounts.locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      refuseIfStale(version, before.version);
      const isPublished = before.publishedOn !== null;
      const { title, text, figures, published = isPublished } = input;
      const isSame =
        title === before.title &&
        text === before.text &&
        JSON.stringify(figures.map(({ name, value }) => [name, value])) ===
          JSON.stringify(before.figures.map(({ name, value }) => [name, value]));
      if (isPublished && published && !isSame) throw conflict('yearly-account.published');
      const publishing = published && !isPublished;
      await accounts.change({
        ...before,
        title,
        text,
        figures: figures.map(({ name, value }) => ({ name, value })),
        publishedOn: publishing ? this.clock.today() : published ? before.publishedOn : null,
        publishedBy: publishing ? caller.id : published ? before.publishedBy : null,
        version: before.version + 1,
      });
      return accounts.view(id);
    });
  }
}
