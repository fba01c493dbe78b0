import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '@shulian/contracts/problems';
import { Problem, unknownThing, type RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import type { CardScanAsked, DeviceDeskView, LoanOnDevice, ReaderOnDevice } from './card-scans.http.js';
import { Parts } from './parts.js';

/** A card on the screen of a device in the room (decision 50): readers say who it is, circulation what is at home. */
@Injectable()
export class ScanCard {
  constructor(private readonly onBehalf: OnBehalf) {}

  /** @throws Problem 404, 409 `card.not-active`, 429 `card-scans.paused`; 503 when nobody is there who knows the card */
  async of(request: RequestOfCaller, input: CardScanAsked): Promise<DeviceDeskView> {
    const scanned = await this.onBehalf.ask(request, 'readers', {
      method: 'POST',
      path: 'card-scans',
      body: input,
    });
    if (scanned === null) throw new Problem(503, 'service.away', { retryAfterSeconds: 2 });
    if (scanned.status !== 200) throw refusalOf(scanned);
    const { readerId, maskedName, className } = scanned.body as ReaderOnDevice;
    const parts = new Parts(this.onBehalf, request);
    const loans = await parts.search<LoanOnDevice>('circulation', 'scanned-loans', { readerId });
    return { reader: { readerId, maskedName, className }, loans, ...parts.missing() };
  }
}

/** As long as a device is paused at most. */
const PAUSE_SECONDS = 60;

/** What readers refused, as they refused it. */
const refusalOf = ({ status, body }: { readonly status: number; readonly body: unknown }): Problem => {
  const { code } = body as { readonly code?: ProblemCode };
  if (code === undefined) return unknownThing();
  return new Problem(status, code, status === 429 ? { retryAfterSeconds: PAUSE_SECONDS } : {});
};
