/**
 * How long something takes, in milliseconds, when a machine that is busy with others may stand still in between: measured
 * up to three times until it lies below the bound, and the least of them. A hiccup would have to strike each time; a
 * fault, which takes longer than the bound whenever it is there, does.
 * @param measure is told how many were taken before it
 */
export async function leastOf(
  bound: number,
  measure: (before: number) => Promise<number>,
  most = 3,
): Promise<number> {
  let least = Infinity;
  for (let before = 0; before < most && least >= bound; before += 1)
    least = Math.min(least, await measure(before));
  return least;
}
