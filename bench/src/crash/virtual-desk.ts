import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Filled } from '../county/filled-county.js';
import { DeskConnection, NoAnswer, type DeskAnswer } from '../load/desk-connection.js';
import type { Ack, Command, History } from './history.js';
import type { SeededChance } from './seeded-chance.js';

const paths: Readonly<Record<Command, string>> = {
  checkout: '/api/v1/checkouts',
  return: '/api/v1/returns',
  renewal: '/api/v1/renewals',
};
/** A desk gives a command up after a failed try this often; what became of it is then known to the ledger alone. */
const GIVES_UP = 0.12;

/** What all desks believe to be lent: barcode → loan. */
export type Believed = Map<string, string>;

export type DeskCounts = { tries: number; repeated: number; statuses: Map<number, number> };

const codeOf = (body: string): string | null => {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? null;
  } catch {
    return null;
  }
};

/** An answer that says what was decided; everything else leaves it open, and the command is sent again. */
const settles = ({ status, body }: DeskAnswer): boolean =>
  status < 500 && status !== 429 && status !== 408 && codeOf(body) !== 'idempotency.in-progress';

/** Lends, renews and takes back until told to stop; each command with a key of its own, repeated until it is answered. */
export class VirtualDesk {
  private readonly connection: DeskConnection;

  constructor(
    private readonly number: number,
    url: string,
    private readonly token: string,
    private readonly filled: Filled,
    private readonly chance: SeededChance,
    private readonly history: History,
    private readonly believed: Believed,
    private readonly counts: DeskCounts,
    private readonly isOver: () => boolean,
  ) {
    this.connection = new DeskConnection(url, 15_000);
  }

  async run(): Promise<void> {
    while (!this.isOver()) {
      await this.act();
      await sleep(this.chance.between(0, 25));
    }
    this.connection.close();
  }

  private act(): Promise<void> {
    const dice = this.chance.throw();
    const lent = [...this.believed.keys()];
    if (lent.length > 0 && dice < 0.35) return this.giveBack(this.chance.pick(lent));
    if (lent.length > 0 && dice < 0.5) return this.renew(this.chance.pick(lent));
    if (dice < 0.55) return this.giveBack(this.chance.pick(this.filled.barcodes));
    return this.lend(this.chance.pick(this.filled.barcodes), this.chance.pick(this.filled.cardNumbers));
  }

  private async lend(copyBarcode: string, cardNumber: string): Promise<void> {
    const ack = await this.command('checkout', { copyBarcode, cardNumber });
    if (ack?.status === 201 && ack.loanId !== null) this.believed.set(copyBarcode, ack.loanId);
  }

  private async giveBack(copyBarcode: string): Promise<void> {
    this.believed.delete(copyBarcode);
    await this.command('return', { copyBarcode });
  }

  private async renew(copyBarcode: string): Promise<void> {
    const loanId = this.believed.get(copyBarcode);
    if (loanId !== undefined) await this.command('renewal', { loanId });
  }

  private async command(op: Command, body: Readonly<Record<string, string>>): Promise<Ack | undefined> {
    const key = randomUUID();
    const operation = this.history.intend(op, key, this.number, body);
    const headers = { authorization: `Bearer ${this.token}`, 'idempotency-key': key };
    for (let tries = 0; ; tries += 1) {
      const answer = await this.tell(paths[op], headers, JSON.stringify(body));
      if (answer !== undefined && settles(answer)) {
        const { loan } = (answer.status < 300 ? JSON.parse(answer.body) : {}) as {
          loan?: { id: string } | null;
        };
        const ack = { status: answer.status, loanId: loan?.id ?? null, code: codeOf(answer.body) };
        this.history.acknowledged(operation, ack);
        return ack;
      }
      if (this.isOver() || this.chance.throw() < GIVES_UP) return undefined;
      this.counts.repeated += 1;
      await sleep(this.chance.between(50, 400));
    }
  }

  private async tell(
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<DeskAnswer | undefined> {
    this.counts.tries += 1;
    try {
      const answer = await this.connection.post(path, headers, body);
      this.counts.statuses.set(answer.status, (this.counts.statuses.get(answer.status) ?? 0) + 1);
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.counts.statuses.set(0, (this.counts.statuses.get(0) ?? 0) + 1);
      return undefined;
    }
  }
}
