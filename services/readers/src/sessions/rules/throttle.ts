/** At most `failures` tries within `windowMs`, then none for `lockMs`. Real time. */
export type ThrottleRule = { readonly failures: number; readonly windowMs: number; readonly lockMs: number };

const MINUTE = 60_000;

/** Wrong passwords of one name from one place or device: ten in a quarter of an hour, then none is looked at for five minutes. */
export const ONE_PLACE: ThrottleRule = { failures: 10, windowMs: 15 * MINUTE, lockMs: 5 * MINUTE };
/** Of one name from everywhere but its known devices: what many machines together may guess. */
export const ALL_PLACES: ThrottleRule = { failures: 100, windowMs: 15 * MINUTE, lockMs: 5 * MINUTE };

/** What tries are counted under, and how many there may be. */
export type Count = { readonly under: string; readonly rule: ThrottleRule };

export type Try = {
  /** The name as it is compared. */
  readonly username: string;
  /** Where it comes from, as the gateway saw it. */
  readonly address: string;
  /** Hash of a device on which this account has signed in before; null: none was shown, or it is not one. */
  readonly device: string | null;
};

/**
 * What a try to sign in counts under, the nearest first. Who shows a device of the account is counted alone: guesses of
 * others, be they at the same school, lock nobody out who has been here before.
 */
export function countsOf({ username, address, device }: Try): readonly Count[] {
  if (device !== null) return [{ under: `device ${device}`, rule: ONE_PLACE }];
  return [
    { under: `${username} from ${networkOf(address)}`, rule: ONE_PLACE },
    { under: username, rule: ALL_PLACES },
  ];
}

/** An IPv4 address, or the first half of an IPv6 one: a household or a school has the rest to itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (text: string | undefined): string[] => (text ?? '').split(':').filter(Boolean);
  const first = groups(head);
  const last = groups(tail);
  const all =
    tail === undefined
      ? first
      : [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
