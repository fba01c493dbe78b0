/** The class a box goes to next: the one after the last, and the first again after all; null: it goes no round. */
export function nextOnRoute(route: readonly string[], last: string | null): string | null {
  const at = last === null ? -1 : route.indexOf(last);
  return route[(at + 1) % route.length] ?? null;
}
