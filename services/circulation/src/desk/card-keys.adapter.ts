import { createHmac } from 'node:crypto';

/**
 * What a card number looks like outside `readers`: HMAC-SHA256 of `<school id>|<number, NFKC, upper case>` with the
 * county's card key, hex. Only readers and circulation hold that key (decision 8).
 */
export class CardKeys {
  private secret: string | undefined;

  /** @param readSecret asked once, at the first card */
  constructor(private readonly readSecret: () => string) {}

  of(schoolId: string, cardNumber: string): string {
    this.secret ??= this.readSecret();
    return createHmac('sha256', this.secret)
      .update(`${schoolId}|${asRead(cardNumber)}`)
      .digest('hex');
  }
}

/** As readers keeps numbers: NFKC, trimmed, upper case; again NFKC, because upper case can undo it. */
const asRead = (text: string): string => text.normalize('NFKC').trim().toUpperCase().normalize('NFKC');
