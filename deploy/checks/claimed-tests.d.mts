export const EVERY_OPERATION: string;
export function rowsOfTitle(title: string): string[];
export function operationFinder(
  documents: readonly {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
  }[],
): (method: string, path: string) => string | undefined;
export function rolesOf(authorization: string | null | undefined): string[];
export function faultsOfTest(
  title: string,
  claims: Readonly<
    Record<string, { readonly who: string | readonly string[]; readonly through: readonly string[] }>
  >,
  requests: readonly { readonly operation: string | undefined; readonly roles: readonly string[] }[],
): string[];
