export function tells(name: string): boolean;
export function tellingProperties(schema: unknown, type: string, place?: string): string[];
export function tellingParameters(document: { paths: object }, service: string): string[];
export function tellingLogKeys(source: string, path: string): string[];
