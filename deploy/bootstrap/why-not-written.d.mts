export declare function whyNotWritten(error: unknown): string | undefined;
