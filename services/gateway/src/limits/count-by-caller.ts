/** How many of something everybody has; a caller who has none is forgotten. */
export class CountByCaller {
  private readonly counts = new Map<string, number>();
  private all = 0;

  get total(): number {
    return this.all;
  }

  of(caller: string): number {
    return this.counts.get(caller) ?? 0;
  }

  add(caller: string): void {
    this.all += 1;
    this.counts.set(caller, this.of(caller) + 1);
  }

  remove(caller: string): void {
    this.all -= 1;
    const rest = this.of(caller) - 1;
    if (rest > 0) this.counts.set(caller, rest);
    else this.counts.delete(caller);
  }
}
