/** The part of the HTTP reply that a controller may touch: its headers. */
export type Replying = { header(name: string, value: string): unknown };
