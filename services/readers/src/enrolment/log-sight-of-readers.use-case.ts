import { Injectable } from '@nestjs/common';
import { type Caller, Clock, currentTrace, Transaction, type Tx } from '@shulian/service-kit';
import { purposeOf } from '../access-records/rules/purpose.js';
import { AccessLogRepository } from './access-log.repository.js';

/** Every read of personal data leaves a row before it is answered: who, which reader, by what, when. */
@Injectable()
export class LogSightOfReaders {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** The page itself, once its readers are in the log. */
  async execute<
    Page extends { readonly items: readonly { readonly id: string; readonly schoolId: string }[] },
  >(caller: Caller, operation: string, page: Page): Promise<Page> {
    if (page.items.length > 0)
      await this.transaction.run((tx) => logSight(tx, this.clock.now(), caller, operation, ...page.items));
    return page;
  }
}

/** The same inside another transaction: the answer to a change shows the reader, too. */
export const logSight = (
  tx: Tx,
  at: Date,
  caller: Caller,
  operation: string,
  ...readers: { readonly id: string; readonly schoolId: string }[]
): Promise<void> =>
  tx.use(AccessLogRepository).add(
    {
      callerKind: caller.claims.kind,
      caller: caller.id,
      operation,
      purpose: purposeOf(operation),
      requestId: currentTrace()?.requestId ?? null,
      readers,
    },
    at,
  );
