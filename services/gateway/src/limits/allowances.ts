import { Problem } from '@shulian/service-kit';
import { TokenBuckets, type Taken } from './token-buckets.js';

export type AllowanceSettings = {
  readonly perSecond: number;
  readonly burst: number;
  /** how many gateways there are: each gives its share, so that together they give what was meant */
  readonly gateways?: number;
};

type Standing = Readonly<Record<'ratelimit' | 'ratelimit-policy', string>>;

/** A whole class signs in from one address; a county behind one proxy does so in the same minute. */
const SIGN_INS_OF_ADDRESS = { burst: 600, perSecond: 10 };
/** The search terminals of a school, all behind one address; nobody of them has signed in. */
const READS_OF_ADDRESS = { burst: 300, perSecond: 20 };
/** Failed attempts for one name; the service that keeps the passwords has limits of its own. */
const SIGN_INS_OF_NAME = { burst: 20, perSecond: 0.2 };

/**
 * How much one may ask: by account or client for everything, by address for what needs no sign-in, by address and name for
 * signing in. An attempt that succeeded is given back, so that only failures use an allowance up.
 */
export class Allowances {
  private readonly callers: TokenBuckets;
  private readonly strangers: TokenBuckets;
  private readonly addresses: TokenBuckets;
  private readonly names: TokenBuckets;

  constructor(
    { perSecond, burst, gateways = 1 }: AllowanceSettings,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    const shareOf = (all: { readonly burst: number; readonly perSecond: number }): TokenBuckets =>
      new TokenBuckets(Math.ceil(all.burst / gateways), all.perSecond / gateways);
    this.callers = shareOf({ burst, perSecond });
    this.strangers = shareOf(READS_OF_ADDRESS);
    this.addresses = shareOf(SIGN_INS_OF_ADDRESS);
    this.names = shareOf(SIGN_INS_OF_NAME);
  }

  /** @returns the headers that tell the caller how it stands @throws Problem 429 */
  ofCaller(id: string): Standing {
    return this.take(this.callers, 'caller', id);
  }

  /** Who reads without a sign-in. @returns as for a caller @throws Problem 429 */
  ofStranger(address: string): Standing {
    return this.take(this.strangers, 'address', address);
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

  private take(from: TokenBuckets, name: string, who: string): Standing {
    const taken = from.take(who, this.nowMs());
    refuse(taken);
    return {
      ratelimit: `"${name}";r=${taken.remaining};t=${taken.fullAfterSeconds}`,
      'ratelimit-policy': `"${name}";q=${from.capacity};w=${from.windowSeconds}`,
    };
  }
}

function refuse({ allowed, retryAfterSeconds }: Taken): void {
  if (!allowed) throw new Problem(429, 'rate.limited', { retryAfterSeconds });
}
