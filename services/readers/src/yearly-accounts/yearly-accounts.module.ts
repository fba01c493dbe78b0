import { Module } from '@nestjs/common';
import { AccountRemarksController } from './account-remarks.controller.js';
import { AnswerRemark } from './answer-remark.use-case.js';
import { ChangeYearlyAccount } from './change-yearly-account.use-case.js';
import { HideRemark } from './hide-remark.use-case.js';
import { MakeRemark } from './make-remark.use-case.js';
import { WriteAccount } from './write-account.use-case.js';
import { YearlyAccountsController } from './yearly-accounts.controller.js';
import { YearlyAccountsQuery } from './yearly-accounts.query.js';

@Module({
  controllers: [YearlyAccountsController, AccountRemarksController],
  providers: [AnswerRemark, ChangeYearlyAccount, HideRemark, MakeRemark, WriteAccount, YearlyAccountsQuery],
})
export class YearlyAccountsModule {}
