import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CommitteeMemberId, PurchaseOrderId } from '@shulian/contracts/ids';
import { OrdersRepository } from '../orders/orders.repository.js';
import { quorumRefusals, saysYes } from '../orders/rules/committee.js';
import { moved, type PurchaseOrder } from '../orders/rules/order.js';
import { CommitteeRepository } from './committee.repository.js';
import type { VoteAsked, VoteView } from './committee.http.js';
import { isInOffice, type CommitteeMember } from './rules/committee-member.js';

/** The members of the committee say what they think of a list that was submitted; a list that they do not want goes back. */
@Injectable()
export class VoteOnOrder {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * What a member said at the table, written down; without a member the own vote.
   *
   * @throws Problem 404 for an order or a member of another school, 400 for a no without words, 409 `order.state-refused`,
   * `committee.not-in-office`, `committee.not-a-member`
   */
  cast(
    caller: Caller,
    orderId: PurchaseOrderId,
    memberId: CommitteeMemberId | null,
    input: VoteAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const words = input.words ?? null;
    if (input.vote === 'no' && words === null) throw invalid({ pointer: '/words', code: 'is-defined' });
    return this.onVote(caller, orderId, memberId, request, async (tx, order, member): Promise<VoteView> => {
      const onDay = this.clock.today();
      if (!isInOffice(member, onDay)) throw conflict('committee.not-in-office');
      const { vote } = input;
      const { id } = member;
      await tx
        .use(CommitteeRepository)
        .cast({ orderId, orderVersion: order.version, memberId: id, vote, words, onDay, byWhom: caller.id });
      return {
        memberId: id,
        kind: member.kind,
        readerId: member.readerId,
        name: member.name,
        vote,
        words,
        on: onDay,
      };
    });
  }

  /** @throws Problem 404 also where there is no vote, 409 `order.state-refused`, `committee.not-a-member` */
  takeBack(
    caller: Caller,
    orderId: PurchaseOrderId,
    memberId: CommitteeMemberId | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.onVote(caller, orderId, memberId, request, async (tx, order, member): Promise<VoteView> => {
      const { id, kind, readerId, name } = member;
      if (!(await tx.use(CommitteeRepository).takeBack(orderId, order.version, id))) throw unknownThing();
      return { memberId: id, kind, readerId, name, vote: null, words: null, on: null };
    });
  }

  /**
   * With its quorum, and not more for it than against it: the list is refused, and drafted anew.
   *
   * @throws Problem 404, 409 `order.state-refused`, `committee.said-yes`; Refused 409 `order.refused`
   */
  sendBack(
    caller: Caller,
    orderId: PurchaseOrderId,
    remark: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const orders = tx.use(OrdersRepository);
      const order = await submitted(tx, caller, orderId);
      const votes = await orders.committeeVotes(order);
      const missing = quorumRefusals(votes);
      if (missing.length > 0) throw new Refused('order.refused', missing);
      const next = moved(order, 'refuse');
      if (saysYes(votes) || next === null) throw conflict('committee.said-yes');
      await orders.change(next);
      const onDay = this.clock.today();
      await orders.addStep({
        orderId,
        version: next.version,
        action: 'refuse',
        onDay,
        byWhom: caller.id,
        remark,
      });
      return orders.view(orderId);
    });
  }

  private onVote(
    caller: Caller,
    orderId: PurchaseOrderId,
    memberId: CommitteeMemberId | null,
    request: DeskRequest | null,
    carryOut: (tx: Tx, order: PurchaseOrder, member: CommitteeMember) => Promise<VoteView>,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const order = await submitted(tx, caller, orderId);
      const committee = tx.use(CommitteeRepository);
      if (memberId === null) {
        const own = await committee.ofAccount(order.schoolId, caller.id, this.clock.today());
        if (own === null) throw conflict('committee.not-a-member');
        return carryOut(tx, order, own);
      }
      const member = await committee.locked(memberId);
      if (member?.schoolId !== order.schoolId) throw unknownThing();
      return carryOut(tx, order, member);
    });
  }
}

/** Locked, and before the head. */
const submitted = async (tx: Tx, caller: Caller, id: PurchaseOrderId): Promise<PurchaseOrder> => {
  const order = await tx.use(OrdersRepository).locked(id);
  if (order === null || !caller.mayWorkAt(order.schoolId)) throw unknownThing();
  if (order.status !== 'submitted') throw conflict('order.state-refused');
  return order;
};
