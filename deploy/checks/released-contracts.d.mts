/** What a consumer of the old schema could stumble over in the new one; empty when it only grew. */
export function breaks(before: object, after: object, place?: string): string[];
