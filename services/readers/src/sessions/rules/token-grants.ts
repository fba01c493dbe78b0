/** A grant as it stands in the books: its cluster written out, its post looked up, what was lent among them. */
export type Booked<Grant> = Grant & { readonly startsAt: Date | null; readonly endsAt: Date | null };

export type TokenGrants<Grant> = {
  /** Those that hold now, each once. */
  readonly grants: readonly Grant[];
  /** When one of them ends or another begins: no token lives longer. Null: nothing is going to change. */
  readonly until: Date | null;
};

/** What a token says that is signed now. From `startsAt` on, and at `endsAt` no more. */
export function tokenGrants<Grant extends object>(
  booked: readonly Booked<Grant>[],
  now: Date,
): TokenGrants<Omit<Booked<Grant>, 'startsAt' | 'endsAt'>> {
  const held = new Map<string, Omit<Booked<Grant>, 'startsAt' | 'endsAt'>>();
  let until: number | null = null;
  for (const { startsAt, endsAt, ...grant } of booked) {
    const hasBegun = startsAt === null || startsAt <= now;
    const hasEnded = endsAt !== null && endsAt <= now;
    const change = hasEnded ? null : hasBegun ? endsAt : startsAt;
    if (change !== null) until = Math.min(until ?? Infinity, change.getTime());
    if (hasBegun && !hasEnded) held.set(JSON.stringify(grant), grant);
  }
  return { grants: [...held.values()], until: until === null ? null : new Date(until) };
}

/** Seconds for which a token holds that is signed now. Grants change at whole seconds, and so do tokens end. */
export const secondsUntil = (until: Date | null, issuedAt: Date, usual: number): number =>
  until === null
    ? usual
    : Math.min(usual, Math.floor(until.getTime() / 1000) - Math.floor(issuedAt.getTime() / 1000));

/** Whether somebody works there: of pupils no token tells a name. */
export const isOfStaff = (grants: readonly { readonly role: string }[]): boolean =>
  grants.length > 0 && grants.every(({ role }) => role !== 'reader' && role !== 'class-helper');
