/**
 * What one of the newer rooms of the product has in a county of the design's size. Statements find the school as
 * `bench.place p` with the number `$1`: p.id, p.code, p.copies (before anything was added here), p.lent (its first copies,
 * which go round), p.whole (a school whose stock is placed and counted to the last copy).
 */
export type Room = {
  readonly name: string;
  /** Answers whether the school has this already, or, of a room of the county, whether the county has. */
  readonly isFilled: string;
  readonly of: 'school' | 'county';
  readonly fill: readonly string[];
  /** Tables to be analyzed afterwards. */
  readonly tables: readonly string[];
};
