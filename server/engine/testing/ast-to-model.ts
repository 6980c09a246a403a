import type { UserTaskSettings } from '@/lib/bpmn/settings';
import type { Definition } from '@/server/bpmn/definition';
import { model, type ModelBuilder } from './builder';
import { forUsers } from './people';
import type { Block, Boundary, Process, User } from './process-ast';

/** The same process as elements and flows. Elements have the ids of their blocks; a seat's person is `<id>.<n>`. */
export function toDefinition({ body, terminate }: Process): Definition {
  const builder = model({ withdraw: 'whileRunning' });
  builder.start('start', place(builder, body, { to: 'end', scope: '' }));
  return (terminate ? builder.terminate('end') : builder.end('end')).build();
}

// helpers //////////////////////

type Where = { to: string; scope: string };

/** Writes a block's elements and gives the id of its first one. */
function place(builder: ModelBuilder, block: Block, where: Where): string {
  const { id } = block;
  const placed = { in: where.scope };
  switch (block.k) {
    case 'user':
      builder.task(id, merged(builder, block, where), userSettings(block), placed);
      return id;
    case 'service':
      builder.service(id, merged(builder, block, where), {}, placed);
      return id;
    case 'send':
      builder.send(id, where.to, {}, placed);
      return id;
    case 'timer':
      builder.timer(id, where.to, { kind: 'duration', duration: 'PT1H' }, placed);
      return id;
    case 'seq':
      return block.xs.reduceRight((to, x) => place(builder, x, { ...where, to }), where.to);
    case 'sub': {
      builder.sub(id, merged(builder, block, where), placed);
      builder.start(`${id}.start`, place(builder, block.body, { to: `${id}.end`, scope: id }), { in: id });
      if (block.boundary?.on === 'error') builder.errorEnd(`${id}.end`, 'E', { in: id });
      else if (block.terminate) builder.terminate(`${id}.end`, { in: id });
      else builder.end(`${id}.end`, { in: id });
      return id;
    }
    case 'and': {
      builder.and(`${id}.join`, where.to, placed);
      builder.and(
        id,
        block.bs.map((branch, n) => ({ to: place(builder, branch, { ...where, to: relay(builder, `${id}.${n}`, `${id}.join`, where) }) })),
        placed,
      );
      return id;
    }
    case 'xor':
    case 'or': {
      const last = block.bs.length - 1;
      const branches = block.bs.map(({ when, body }, n) => {
        const to = place(builder, body, { ...where, to: relay(builder, `${id}.${n}`, `${id}.join`, where) });
        return n === last ? { to, otherwise: true as const } : { to, when };
      });
      builder[block.k](`${id}.join`, where.to, placed);
      builder[block.k](id, branches, placed);
      return id;
    }
    case 'loop': {
      builder.xor(
        `${id}.again`,
        [
          { to: id, when: block.again },
          { to: where.to, otherwise: true },
        ],
        placed,
      );
      builder.xor(id, place(builder, block.head, { ...where, to: place(builder, block.rest, { ...where, to: `${id}.again` }) }), placed);
      return id;
    }
  }
}

/** A branch leaves by a gateway of its own, so that an empty or looping one still brings one flow to the join. */
function relay(builder: ModelBuilder, id: string, to: string, where: Where): string {
  builder.xor(id, to, { in: where.scope });
  return id;
}

/** Where the block goes on: with an interrupting boundary event, where both ways meet. */
function merged(builder: ModelBuilder, block: Block & { boundary: Boundary | null }, where: Where): string {
  const { id, boundary } = block;
  if (!boundary) return where.to;
  const placed = { in: where.scope };
  const both = `${id}.both`;
  const apart = boundary.on === 'timer' && !boundary.interrupting;
  if (apart) builder.end(both, placed);
  else builder.xor(both, where.to, placed);
  const to = place(builder, boundary.body, { to: both, scope: where.scope });
  if (boundary.on === 'error') builder.onError(`${id}.boundary`, id, to, placed);
  else
    builder.onTimer(`${id}.boundary`, id, to, {
      ...placed,
      interrupting: boundary.interrupting,
      timer: { kind: 'duration', duration: 'P1D' },
    });
  return apart ? where.to : both;
}

function userSettings({ id, seats, rule, onReject, sendBack }: User): Partial<UserTaskSettings> {
  return {
    ...forUsers(...Array.from({ length: seats }, (_, n) => `${id}.${n}`)),
    completion: typeof rule === 'string' ? { rule } : { rule: 'vote', percent: rule.percent, compare: rule.more ? 'moreThan' : 'atLeast' },
    repeat: 'ask',
    onReject:
      onReject === 'flow'
        ? { kind: 'followFlow' }
        : onReject === 'end'
          ? { kind: 'end' }
          : { kind: 'returnToApplicant', resubmit: onReject === 'straight' ? 'toRejecter' : 'wholeChain' },
    returnResubmit: sendBack === 'straight' ? 'toReturner' : 'wholeChain',
  };
}
