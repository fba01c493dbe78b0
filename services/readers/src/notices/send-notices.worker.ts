import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, LOG, Transaction, type Log } from '@shulian/service-kit';
import { ownConfig } from '../readers.config.js';
import { OutgoingRepository } from './outgoing.repository.js';
import { Outgoing } from './outgoing.query.js';
import { CHANNELS, type ChannelName } from './rules/notice.js';
import { SendMessage } from './send-message.use-case.js';
import { TakeNextMessage } from './take-next-message.use-case.js';

/** Schools that send on a channel at the same time. */
const AT_ONCE: Readonly<Record<ChannelName, number>> = { mail: 4, webhook: 8 };
/** How long one school may send before the others of a look have had their turn. */
const TURN_MS = 20_000;
const STOP_MS = 15_000;

/**
 * Sends what is due. Each channel looks by itself, so that a mail server that is away keeps no messenger waiting; on a channel each
 * school has its turn, which ends at the first message that the other side cannot take now.
 */
@Injectable()
export class SendNotices implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly looks = new Map<ChannelName, Promise<void>>();
  private readonly turns: Readonly<Record<ChannelName, Map<SchoolId, Promise<void>>>> = {
    mail: new Map(),
    webhook: new Map(),
  };
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly outgoing: Outgoing,
    private readonly takeNext: TakeNextMessage,
    private readonly sendMessage: SendMessage,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), ownConfig().SHULIAN_NOTICE_LOOK_MS).unref();
  }

  /** What is being handed over is waited for; what takes longer stands as `unknown` later. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOP_MS)));
    const running = [this.looks, ...Object.values(this.turns)].flatMap((all) => [...all.values()]);
    await Promise.race([Promise.all(running), late]);
    clearTimeout(timer);
  }

  /** A channel that is still at it is left alone. */
  private look(): void {
    for (const channel of CHANNELS) {
      if (this.stopped || this.looks.has(channel)) continue;
      const looking = this.lookAt(channel)
        .catch((err: unknown) => {
          this.log.warn({ err, channel, useCase: 'send-notices' }, 'notices could not be sent, trying again');
        })
        .finally(() => this.looks.delete(channel));
      this.looks.set(channel, looking);
    }
  }

  /** Ends when every school has its turn, not when the turns end: a school whose other side is slow keeps its place and nobody else. */
  private async lookAt(channel: ChannelName): Promise<void> {
    await this.transaction.run((tx) => tx.use(OutgoingRepository).giveUpAbandoned(this.clock.now()));
    const turns = this.turns[channel];
    for (const schoolId of await this.outgoing.schools(channel)) {
      if (turns.has(schoolId)) continue;
      while (turns.size >= AT_ONCE[channel]) await Promise.race(turns.values());
      const turn = this.turnOf(schoolId, channel)
        .catch((err: unknown) => {
          this.log.warn(
            { err, channel, schoolId, useCase: 'send-notices' },
            'a school could not send its notices',
          );
        })
        .finally(() => turns.delete(schoolId));
      turns.set(schoolId, turn);
    }
  }

  private async turnOf(schoolId: SchoolId, channel: ChannelName): Promise<void> {
    const until = performance.now() + TURN_MS;
    while (!this.stopped && performance.now() < until) {
      const next = await this.takeNext.execute(schoolId, channel);
      if (next === null || !(await this.sendMessage.execute(next))) return;
    }
  }
}
