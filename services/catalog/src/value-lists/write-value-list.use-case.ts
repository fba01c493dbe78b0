import { Injectable } from '@nestjs/common';
import { refuseIfStale, Transaction } from '@shulian/service-kit';
import type { ValueListName, ValueListView } from './value-lists.http.js';
import { ValueListsRepository } from './value-lists.repository.js';

/** The county agrees on values; what titles say otherwise is listed, never changed by it. */
@Injectable()
export class WriteValueList {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 412 */
  execute(name: ValueListName, version: number, values: readonly string[]): Promise<ValueListView> {
    return this.transaction.run(async (tx) => {
      const lists = tx.use(ValueListsRepository);
      refuseIfStale(version, await lists.locked(name));
      const plain = values.map((value) => value.normalize('NFC').trim()).filter((value) => value !== '');
      return lists.write(name, [...new Set(plain)]);
    });
  }
}
