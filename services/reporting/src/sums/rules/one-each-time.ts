/**
 * Facts in rounds: each round has at most one fact of each thing, and the facts of a thing keep their order. A statement
 * can change a row only once, and what a row was before counts.
 */
export function oneEachTime<Fact>(facts: readonly Fact[], thing: (fact: Fact) => string): Fact[][] {
  const rounds: Fact[][] = [];
  const seen = new Map<string, number>();
  for (const fact of facts) {
    const round = seen.get(thing(fact)) ?? 0;
    seen.set(thing(fact), round + 1);
    (rounds[round] ??= []).push(fact);
  }
  return rounds;
}
