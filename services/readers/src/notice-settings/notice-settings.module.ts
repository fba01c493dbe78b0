import { Module } from '@nestjs/common';
import { ChangeSettings } from './change-settings.use-case.js';
import { NoticeSettingsController } from './notice-settings.controller.js';
import { NoticeSettings } from './notice-settings.query.js';
import { RemoveWebhook } from './remove-webhook.use-case.js';
import { ResealWebhooksSchedule } from './reseal-webhooks.schedule.js';
import { ResealWebhooks } from './reseal-webhooks.use-case.js';
import { SetWebhook } from './set-webhook.use-case.js';

@Module({
  controllers: [NoticeSettingsController],
  providers: [
    ChangeSettings,
    NoticeSettings,
    RemoveWebhook,
    ResealWebhooks,
    ResealWebhooksSchedule,
    SetWebhook,
  ],
})
export class NoticeSettingsModule {}
