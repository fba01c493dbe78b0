import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

export type Command = 'checkout' | 'return' | 'renewal';
export type Ack = { readonly status: number; readonly loanId: string | null; readonly code: string | null };
export type Operation = {
  readonly op: Command;
  readonly key: string;
  readonly desk: number;
  /** What was asked for: body of the request. */
  readonly intent: Readonly<Record<string, string>>;
  ack: Ack | undefined;
};

/**
 * What the desks meant to do and what they were told, on disk before anything follows from it: a line before each
 * request, a line after each answer that settles it.
 */
export class History {
  readonly operations: Operation[] = [];
  private readonly file: number;

  constructor(readonly path: string) {
    this.file = openSync(path, 'a', 0o600);
  }

  intend(op: Command, key: string, desk: number, intent: Readonly<Record<string, string>>): Operation {
    const operation: Operation = { op, key, desk, intent, ack: undefined };
    this.write({ op, key, desk, intent });
    this.operations.push(operation);
    return operation;
  }

  acknowledged(operation: Operation, ack: Ack): void {
    operation.ack = ack;
    this.write({ op: operation.op, key: operation.key, ack });
  }

  private write(line: object): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    fdatasyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}
