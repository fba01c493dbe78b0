import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import { withFinding } from './title-finding.use-case.js';
import { TitlesRepository } from './titles.repository.js';

/** Titles whose words are made anew in one transaction: a few tens of milliseconds. */
const AT_ONCE = 100;

/** Gives titles that were described under older rules the words by which they are found now. */
@Injectable()
export class RenewSearchWords {
  constructor(private readonly transaction: Transaction) {}

  /** One slice; how many titles it had. Less than it takes means that nothing is left, or that others are at it. */
  execute(): Promise<number> {
    return this.transaction.run(async (tx) => {
      const titles = await tx.use(TitlesRepository).withOldWords(AT_ONCE);
      await tx.use(TitlesRepository).renewWords(titles.map(withFinding));
      return titles.length;
    });
  }
}
