import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.query.js';
import { CreateAccount } from './create-account.use-case.js';
import { CreateFirstAccount } from './create-first-account.use-case.js';

@Module({
  controllers: [AccountsController],
  providers: [CreateAccount, CreateFirstAccount, Accounts],
})
export class AccountsModule {}
