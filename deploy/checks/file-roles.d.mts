export function wrongRole(path: string): string | null;
export function hidingWordsIn(name: string): string[];
export function typesDeclaredIn(source: string, fileName: string): { name: string; isInterface: boolean }[];
export function namedTwice(declared: readonly { path: string; name: string }[]): string[];
