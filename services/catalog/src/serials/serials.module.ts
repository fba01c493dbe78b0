import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { BindIssues } from './binding/bind-issues.use-case.js';
import { BindingsController } from './binding/bindings.controller.js';
import { BindingsQuery } from './binding/bindings.query.js';
import { CheckInIssues } from './check-in/check-in-issues.use-case.js';
import { IssuesController } from './check-in/issues.controller.js';
import { IssuesQuery } from './check-in/issues.query.js';
import { ClaimIssues } from './claims/claim-issues.use-case.js';
import { ClaimsController } from './claims/claims.controller.js';
import { ClaimsQuery } from './claims/claims.query.js';
import { DescribeSerial } from './describe-serial.use-case.js';
import { DistributionController } from './distribution/distribution.controller.js';
import { DistributionQuery } from './distribution/distribution.query.js';
import { HandOut } from './distribution/hand-out.use-case.js';
import { MandateSerial } from './mandates/mandate-serial.use-case.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { MandatesQuery } from './mandates/mandates.query.js';
import { SerialsController } from './serials.controller.js';
import { SerialsQuery } from './serials.query.js';
import { FreeShelfNumber } from './shelving/free-shelf-number.use-case.js';
import { NumberSerial } from './shelving/number-serial.use-case.js';
import { ShelvingController } from './shelving/shelving.controller.js';
import { ShelvingQuery } from './shelving/shelving.query.js';
import { MoveRound } from './subscriptions/move-round.use-case.js';
import { Subscribe } from './subscriptions/subscribe.use-case.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { SubscriptionsQuery } from './subscriptions/subscriptions.query.js';

@Module({
  imports: [FromReadersModule],
  controllers: [
    SerialsController,
    SubscriptionsController,
    MandatesController,
    IssuesController,
    ClaimsController,
    BindingsController,
    DistributionController,
    ShelvingController,
  ],
  providers: [
    SerialsQuery,
    DescribeSerial,
    SubscriptionsQuery,
    Subscribe,
    MoveRound,
    MandatesQuery,
    MandateSerial,
    IssuesQuery,
    CheckInIssues,
    ClaimsQuery,
    ClaimIssues,
    BindingsQuery,
    BindIssues,
    DistributionQuery,
    HandOut,
    ShelvingQuery,
    NumberSerial,
    FreeShelfNumber,
  ],
})
export class SerialsModule {}
