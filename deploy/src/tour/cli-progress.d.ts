/** The little of cli-progress we use; the package carries no types of its own. */
declare module 'cli-progress' {
  export type Bar = { update(value: number): void };
  export class MultiBar {
    constructor(
      options: { format: string; barsize: number; hideCursor: boolean; clearOnComplete: boolean },
      preset: object,
    );
    create(total: number, start: number, payload: Record<string, string>): Bar;
    stop(): void;
  }
  export const Presets: { readonly rect: object };
}
