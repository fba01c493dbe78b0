import { Module } from '@nestjs/common';
import { CardPoliciesModule } from '../card-policies/card-policies.module.js';
import { CardsModule } from '../cards/cards.module.js';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { AcknowledgeNotice } from './acknowledge-notice.use-case.js';
import { ApplyForCards } from './apply-for-cards.use-case.js';
import { CardApplicationsController } from './card-applications.controller.js';
import { CardWindowsController } from './card-windows.controller.js';
import { CardWindowsQuery } from './card-windows.query.js';
import { ChangeCardWindow } from './change-card-window.use-case.js';
import { ConfirmClassList } from './confirm-class-list.use-case.js';
import { DecideApplication } from './decide-application.use-case.js';
import { IssueToNewcomers } from './issue-to-newcomers.use-case.js';
import { OpenCardWindow } from './open-card-window.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

@Module({
  imports: [CardsModule, CardPoliciesModule],
  controllers: [CardWindowsController, CardApplicationsController],
  providers: [
    AcknowledgeNotice,
    ApplyForCards,
    CardWindowsQuery,
    ChangeCardWindow,
    ConfirmClassList,
    DecideApplication,
    IssueToNewcomers,
    LogSightOfReaders,
    OpenCardWindow,
    WithdrawApplication,
  ],
})
export class CardWindowsModule {}
