import { Problem } from '@shulian/service-kit';
import { TokenBuckets, type Taken } from './token-buckets.js';

export type AllowanceSettings = {
  readonly perSecond: number;
  readonly burst: number;
  /** how many gateways there are: each gives its share, so that together they give what was meant */
  readonly gateways?: number;
};

/** A whole class signs in from one address; a county behind one proxy does so in the same minute. */
const SIGN_INS_OF_ADDRESS = { burst: 600, perSecond: 10 };
/** Failed attempts for one name; the service that keeps the passwords has limits of its own. */
const SIGN_INS_OF_NAME = { burst: 20, perSecond: 0.2 };

/**
 * How much one may ask: by account or client for everything, by address and name for signing in. An attempt that
 * succeeded is given back, so that only failures use an allowance up.
 */
export class Allowances {
  private readonly callers: TokenBuckets;
  private readonly addresses: TokenBuckets;
  private readonly names: TokenBuckets;
  private readonly policy: string;

  constructor(
    { perSecond, burst, gateways = 1 }: AllowanceSettings,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    const shareOf = (all: { readonly burst: number; readonly perSecond: number }): TokenBuckets =>
      new TokenBuckets(Math.ceil(all.burst / gateways), all.perSecond / gateways);
    this.callers = shareOf({ burst, perSecond });
    this.addresses = shareOf(SIGN_INS_OF_ADDRESS);
    this.names = shareOf(SIGN_INS_OF_NAME);
    this.policy = `"caller";q=${this.callers.capacity};w=${Math.ceil(burst / perSecond)}`;
  }

  /** @returns the headers that tell the caller how it stands @throws Problem 429 */
  ofCaller(id: string): Readonly<Record<'ratelimit' | 'ratelimit-policy', string>> {
    const taken = this.callers.take(id, this.nowMs());
    refuse(taken);
    return {
      ratelimit: `"caller";r=${taken.remaining};t=${taken.fullAfterSeconds}`,
      'ratelimit-policy': this.policy,
    };
  }

  /** @returns what to call when the attempt succeeded @throws Problem 429 */
  ofSignIn(address: string, name: string | null): () => void {
    const now = this.nowMs();
    refuse(this.addresses.take(address, now));
    if (name !== null) refuse(this.names.take(name, now));
    return () => {
      this.addresses.giveBack(address);
      if (name !== null) this.names.giveBack(name);
    };
  }
}

function refuse({ allowed, retryAfterSeconds }: Taken): void {
  if (!allowed) throw new Problem(429, 'rate.limited', { retryAfterSeconds });
}
