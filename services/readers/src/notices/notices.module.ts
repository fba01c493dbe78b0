import { Module } from '@nestjs/common';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { CancelNotice } from './cancel-notice.use-case.js';
import { ForgetNoticesSchedule } from './forget-notices.schedule.js';
import { ForgetNotices } from './forget-notices.use-case.js';
import { MakeNotices } from './make-notices.step.js';
import { MessengerWebhook } from './messenger-webhook.adapter.js';
import { NoticeSheetsController } from './notice-sheets.controller.js';
import { NoticesConsumer } from './notices.consumer.js';
import { NoticesController } from './notices.controller.js';
import { Notices } from './notices.query.js';
import { Outgoing } from './outgoing.query.js';
import { RetryNotice } from './retry-notice.use-case.js';
import { SendMessage } from './send-message.use-case.js';
import { SendNotices } from './send-notices.worker.js';
import { SmtpMail } from './smtp-mail.adapter.js';
import { TakeNextMessage } from './take-next-message.use-case.js';

@Module({
  controllers: [NoticesConsumer, NoticesController, NoticeSheetsController],
  providers: [
    CancelNotice,
    ForgetNotices,
    ForgetNoticesSchedule,
    LogSightOfReaders,
    MakeNotices,
    MessengerWebhook,
    Notices,
    Outgoing,
    RetryNotice,
    SendMessage,
    SendNotices,
    SmtpMail,
    TakeNextMessage,
  ],
})
export class NoticesModule {}
