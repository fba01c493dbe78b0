import { createHmac } from 'node:crypto';
import type { SchoolId } from '@shulian/contracts/ids';

/** Stands for card numbers in events (decision 8): HMAC-SHA256 of `school id|number`, hex. */
export class CardKeys {
  private known: string | undefined;

  /** @param secret asked once, at the first card */
  constructor(private readonly secret: () => string) {}

  /** @param number as `cardNumber` gives it */
  of(schoolId: SchoolId, number: string): string {
    return createHmac('sha256', (this.known ??= this.secret()))
      .update(`${schoolId}|${number}`)
      .digest('hex');
  }
}
