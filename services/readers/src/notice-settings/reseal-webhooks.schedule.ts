import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OncePerDay } from '@shulian/service-kit';
import { ResealWebhooks } from './reseal-webhooks.use-case.js';

@Injectable()
export class ResealWebhooksSchedule implements OnModuleInit {
  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly reseal: ResealWebhooks,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('reseal-notice-webhooks', async (_day, signal) => ({
      resealed: await this.reseal.execute(signal),
    }));
  }
}
